/// A résumé in the shape of JSON Resume 1.0, each piece with the range it was read from.
///
/// Ranges are Unicode scalar offsets into ``text``.
public struct Resume: Sendable, Hashable {
  /// A piece of text and where it stands.
  public struct Passage: Sendable, Hashable {
    /// The words as read, markup removed.
    public var text: String
    /// Where they stand in the résumé's text, markup included.
    public var range: Range<Int>

    /// Makes a passage.
    public init(text: String, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  /// Who the résumé is about.
  public struct Basics: Sendable, Hashable {
    /// The name; empty where none was recognised.
    public var name = ""
    /// What they call themselves: "Platform engineer".
    public var label: String?
    /// An address, restored where it was obscured.
    public var email: String?
    /// A telephone number as written.
    public var phone: String?
    /// A page of their own.
    public var url: String?
    /// A paragraph on the person.
    public var summary: Passage?
    /// Where they live, as written.
    public var location: String?
    /// Accounts at networks, in the résumé's order.
    public var profiles: [Profile] = []
    /// Makes empty basics.
    public init() {}
  }

  /// A position held (JSON Resume `work`), or a project, a course of study, a voluntary post: what
  /// has an organisation, a title and dates.
  public struct Entry: Sendable, Hashable {
    /// The JSON Resume section an entry belongs to.
    public enum Section: String, Sendable, Hashable, CaseIterable {
      case work, volunteer, education, projects
    }
    /// The JSON Resume section.
    public var section: Section
    /// The organisation, institution or project.
    public var name: String
    /// The title held, or the study's area.
    public var position: String?
    /// Where it was, as written: a place, "Remote".
    public var location: String?
    /// A page about it.
    public var url: String?
    /// When it began; nil where that is not said.
    public var startDate: PartialDate?
    /// nil where it goes on, or where no end is given: see ``isCurrent``.
    public var endDate: PartialDate?
    /// True where the résumé says that it goes on ("Present").
    public var isCurrent: Bool
    /// A paragraph on the entry.
    public var summary: Passage?
    /// What was done, item by item.
    public var highlights: [Passage]
    /// Everything from the entry's heading to the next one.
    public var range: Range<Int>
    /// The heading: name, title and dates.
    public var headingRange: Range<Int>

    /// The degree and the subject that ``position`` names, for a study; nil for other sections.
    public var study: Study? { section == .education ? position.map(Study.init) : nil }

    /// Makes an entry of its name and place; the rest is set as it is read.
    public init(section: Section, name: String, range: Range<Int>, headingRange: Range<Int>) {
      self.section = section
      self.name = name
      self.isCurrent = false
      self.highlights = []
      self.range = range
      self.headingRange = headingRange
    }
  }

  /// A group of skills under one name.
  public struct Skill: Sendable, Hashable {
    /// The group's name; empty for a list without one.
    public var name: String
    /// The skills of the group.
    public var keywords: [String]
    /// The group, its name included.
    public var range: Range<Int>
    /// Makes a group of skills.
    public init(name: String, keywords: [String], range: Range<Int>) {
      self.name = name
      self.keywords = keywords
      self.range = range
    }
  }

  /// Any other section: highlights, accomplishments, awards, certificates, publications, languages, interests.
  public struct Section: Sendable, Hashable {
    /// The heading as written.
    public var title: String
    /// The JSON Resume property it stands for (`awards`, `certificates`, `publications`, `languages`,
    /// `interests`), or `highlights` or `accomplishments`, which JSON Resume allows as additional ones.
    public var property: String
    /// The items, each with its place.
    public var items: [Passage]
    /// From the heading to the last line.
    public var range: Range<Int>
    /// Makes a section.
    public init(title: String, property: String, items: [Passage], range: Range<Int>) {
      self.title = title
      self.property = property
      self.items = items
      self.range = range
    }
  }

  /// The text that ranges count in.
  public var text: String
  /// Who it is about.
  public var basics = Basics()
  /// Positions and other dated entries, in the résumé's order.
  public var entries: [Entry] = []
  /// Skills by group, in the résumé's order.
  public var skills: [Skill] = []
  /// Other sections, in the résumé's order.
  public var sections: [Section] = []

  /// Makes an empty résumé over its text.
  public init(text: String) { self.text = text }
}
