import ArchiveStorage
import ResumeReading

// What a résumé says of a position: the title with the organisation or project, or the organisation.

extension ResumeProbe {
  func role(_ question: Question) -> [Finding] {
    let claimed = Title.all(in: question.inquiry.claim.quote)
    let theirs = question.entries.map { question.resume.entries[$0] }
    let titled = theirs.filter { $0.holds(anyOf: claimed) }
    let headings = question.passages.filter(\.isHeading)
    func heading(_ entries: [ResumePassages.Entry]) -> [ResumePassages.Passage] {
      headings.filter { passage in entries.contains { $0.label == passage.label } }
    }
    if !theirs.isEmpty, claimed.isEmpty || !titled.isEmpty {
      return supports(.specific, heading(theirs), in: question.resume) {
        claimed.isEmpty
          ? "the résumé has the employment: \($0)"
          : "the résumé has \(titled[0].entry.position ?? "the title") among \($0)"
      }
    }
    let telling = question.passages.filter { passage in
      let held = Title.all(in: passage.text)
      return claimed.contains { title in
        held.contains { $0.says(title, with: passage.stems) }
      } && question.isOfOffice(passage)
    }
    guard telling.isEmpty else {
      return supports(.specific, telling, in: question.resume) {
        "the résumé names the role under \($0)"
      }
    }
    // Who holds one office of a project may hold another; an employer has one post for each time.
    let employed = theirs.filter { question.inquiry.isEmployment($0) }
    if !employed.isEmpty {
      return supports(.general, heading(employed), in: question.resume) {
        "the résumé has \($0) under another title"
      }
    }
    return silent("the résumé has no such role")
  }
}

extension ResumePassages.Entry {
  /// Whether the position says one of some titles; so may the name of an entry that is no employer's:
  /// "Lantern Developer, maintainer of the wick".
  func holds(anyOf claimed: [Title]) -> Bool {
    let name = entry.section == .work ? nil : entry.name
    let held = [entry.position, name].compactMap(\.self).flatMap { Title.all(in: $0) }
    return claimed.contains { title in held.contains { $0.says(title) } }
  }
}

extension ResumeProbe.Question {
  /// Whether a passage with a title speaks of what the claim says the office is of: what follows the title
  /// behind "of", "for" or "to"; where nothing does, the projects that the statement is about.
  fileprivate func isOfOffice(_ passage: ResumePassages.Passage) -> Bool {
    // A heading's title is of what its entry tells of.
    let stems =
      passage.isHeading
      ? passage.entry.map { resume.entries[$0].stems } ?? passage.stems : passage.stems
    let objects = inquiry.officeObjects
    guard objects.isEmpty else { return objects.contains { $0.isMet(by: stems) } }
    return projects.isEmpty || projects.contains { $0.isNamed(by: stems) }
  }
}

extension Inquiry {
  /// What a claim of an office says that it is of, word by word: `rally` of "core reviewer to Rally".
  /// Words of all work, and of the time of office, are none.
  var officeObjects: [Topic.Term] {
    let joints: Set = ["of", "for", "to", "in", "on", "at"]
    var words = Words.of(claim.quote)
    if let time = claim.time, let range = claim.quote.firstRange(of: time) {
      words.removeAll { range.overlaps($0.text.startIndex..<$0.text.endIndex) }
      // "for" goes with "over six years".
      if let last = words.lastIndex(where: { $0.text.endIndex <= range.lowerBound }),
        joints.contains(words[last].whole)
      {
        words.remove(at: last)
      }
    }
    guard let head = words.firstIndex(where: Title.isHead),
      let joint = words[head...].firstIndex(where: { joints.contains($0.whole) })
    else { return [] }
    let behind = Topic(words[(joint + 1)...].map { String($0.text) }.joined(separator: " "))
    return behind.isVague ? [] : behind.terms
  }
}
