/// Whether a sentence declares that its author runs for an office.
enum Declaration {
  /// It names the act: "I announce my candidacy", "I am running for PTL".
  case explicit
  /// It speaks of office and will: "I would be happy to continue as PTL".
  case implied
  /// It takes a candidacy back, or says that there will be none.
  case denied
  case silent

  /// Reads a sentence; linear.
  init(_ tokens: [Token]) {
    self = Reading(words: tokens.lazy.filter(\.isWord).map(\.word.text)).verdict
  }

  /// The words of a sentence in small letters, marks left out.
  private struct Reading {
    let words: [String]

    init(words: some Sequence<String>) { self.words = Array(words.prefix(120)) }

    var verdict: Declaration {
      let candidacy = words.firstIndex(where: Self.isCandidacy)
      if isDenied(candidacy) { return .denied }
      if announces(candidacy) || nominatesAuthor || runs || throwsHat || willHold(strict: true) {
        return .explicit
      }
      return mentionsOwn(candidacy) || willHold(strict: false) ? .implied : .silent
    }

    // MARK: Forms

    /// "I announce my candidacy", "this is my self-nomination", "I put myself forward as a candidate".
    private func announces(_ candidacy: Int?) -> Bool {
      guard let candidacy else { return false }
      let before = words[..<candidacy]
      let isOwn = before.suffix(6).contains { ["my", "own", "myself"].contains($0) }
      let isThanks = !before.filter { $0.hasPrefix("thank") || $0.hasPrefix("appreciat") }.isEmpty
      guard !isThanks else { return false }
      if words[candidacy] == "candidate" {
        return before.contains("as")
          && (before.contains("myself")
            || before.contains("me") && namesOffice
              && before.contains { ["count", "consider", "include"].contains($0) })
          || before.suffix(4).contains { ["i'm", "am"].contains($0) } && namesOffice
          || isFirstPerson && before.suffix(3).contains("be") && namesOffice
      }
      if words[candidacy].hasPrefix("nominat"), before.contains(where: { $0.hasPrefix("accept") }) {
        return isFirstPerson
      }
      if words[candidacy].hasPrefix("self") || before.last == "self" {
        return isFirstPerson || !before.suffix(4).isEmpty
      }
      guard isOwn else {
        return before.contains(where: Self.announcing.contains) && isFirstPerson && namesOffice
          && !words[candidacy].hasPrefix("nominat")
      }
      return before.contains(where: Self.announcing.contains)
        || before.contains { ["this", "here", "accept", "consider"].contains($0) }
        || words.dropFirst(candidacy + 1).prefix(1).contains { ["for", "as", "to"].contains($0) }
          && !before.contains("considering")
    }

    /// "I nominate myself", "I'd like to put my name forward", "I'm self-nominating".
    private var nominatesAuthor: Bool {
      for (index, word) in words.enumerated() {
        if word.hasPrefix("self-nominat"), word != "self-nomination" { return isFirstPerson }
        guard Self.offering.contains(word) || word.hasPrefix("nominat") else { continue }
        let after = words.dropFirst(index + 1).prefix(5)
        if after.first == "myself" || after.starts(with: ["my", "self"]),
          word.hasPrefix("nominat") || namesOffice
        {
          return true
        }
        if after.starts(with: ["my", "name"]) || after.starts(with: ["my", "foot"]),
          namesOffice || after.contains("forward")
        {
          return true
        }
      }
      return false
    }

    /// "I am running for PTL", "I'm standing for re-election", "I decided to run again for the TC".
    private var runs: Bool {
      for (index, word) in words.enumerated() where Self.running.contains(word) {
        guard
          isAuthors(index) || index < 2
            || words[..<index].suffix(3).starts(with: ["for", "me", "to"])
        else { continue }
        // "I will stand down as leader"
        guard !["down", "aside", "by"].contains(words.dropFirst(index + 1).first) else { continue }
        let after = words.dropFirst(index + 1).prefix(9)
        if after.contains(where: { $0.hasPrefix("re-elect") || $0.hasPrefix("reelect") }) {
          return true
        }
        guard let link = after.prefix(5).firstIndex(where: { ["for", "as", "to"].contains($0) })
        else { continue }
        let rest = words.dropFirst(link + 1).prefix(7)
        if rest.contains(where: Self.strictOffices.contains)
          || rest.contains(where: { ["another", "term"].contains($0) }) && namesOffice
          || rest.starts(with: ["the", "board"]) && rest.count == 2
          // A board of directors and a seat on one are no hardware.
          || rest.contains("board") && (rest.contains("directors") || rest.contains("seat"))
          || Self.leads.contains(where: { lead in
            rest.indices.contains { rest[$0...].starts(with: lead) }
          })
        {
          return true
        }
      }
      return false
    }

    /// Whether the author is who a verb is said of: "I will run", but not "I think that Bea should run".
    private func isAuthors(_ verb: Int) -> Bool {
      let before = words[..<verb].suffix(9)
      guard let author = before.lastIndex(where: Self.isAuthor) else { return false }
      let between = before[(author + 1)...]
      guard let clause = between.firstIndex(where: { $0 == "that" || $0 == "if" }) else {
        return true
      }
      return !between[clause...].contains {
        ["should", "would", "could", "will", "is", "can"].contains($0)
      }
    }

    private var throwsHat: Bool {
      words.contains { $0 == "hat" || $0 == "hats" } && isFirstPerson
        && (words.contains("ring") || words.contains { $0.hasPrefix("throw") } && namesOffice)
    }

    /// "I would like to continue as PTL", "I'm interested in serving another term on the TC".
    private func willHold(strict: Bool) -> Bool {
      guard isFirstPerson, words.contains(where: Self.wishing.contains) else { return false }
      let servesOn = words.contains { $0.hasPrefix("serv") } && words.contains("on")
      let offices = strict && !servesOn ? Self.strictOffices : Self.offices
      guard let office = words.firstIndex(where: offices.contains) else { return false }
      for (index, word) in words.enumerated() where index < office && office - index < 9 {
        let isHolding = Self.holding.contains(word)
        guard isHolding || !strict && Self.standing.contains(word) else { continue }
        guard strict else { return true }
        // "I would like to serve as your PTL": the wish is the author's and stands just before.
        let before = words[..<index].suffix(6)
        if before.contains(where: Self.wishing.contains), before.contains(where: Self.isAuthor),
          words[index..<office].contains(where: { ["as", "be", "being", "on", "the"].contains($0) })
        {
          return true
        }
      }
      return false
    }

    /// A candidacy of the author's own that is spoken of in passing.
    private func mentionsOwn(_ candidacy: Int?) -> Bool {
      guard let candidacy else { return false }
      return words[..<candidacy].suffix(3).contains("my")
    }

    private func isDenied(_ candidacy: Int?) -> Bool {
      if candidacy != nil, words.contains(where: { $0.hasPrefix("withdr") }) {
        return isFirstPerson
      }
      for (index, word) in words.enumerated() where Self.refusing.contains(word) {
        let after = words.dropFirst(index + 1).prefix(4)
        let isAuthors = words[..<index].suffix(3).contains(where: Self.isAuthor)
        guard isAuthors || Self.isAuthor(word) else { continue }
        if after.contains(where: { Self.running.contains($0) || $0.hasPrefix("nominat") }),
          namesOffice || candidacy != nil || after.contains("again")
        {
          return true
        }
      }
      return false
    }

    // MARK: Words

    private var isFirstPerson: Bool { words.contains(where: Self.isAuthor) }
    private var namesOffice: Bool { words.contains(where: Self.offices.contains) }

    private static func isAuthor(_ word: String) -> Bool {
      ["i", "i'd", "i'm", "i'll", "i've", "im", "my", "myself", "it'd"].contains(word)
    }

    private static func isCandidacy(_ word: String) -> Bool {
      (word.hasPrefix("candid") || word.hasPrefix("re-candid"))
        && (word.hasSuffix("cy") || word.hasSuffix("ure") || word == "candidate")
        || word == "nomination" || word.hasPrefix("self-nomination")
    }

    private static let announcing: Set<String> = [
      "announce", "announcing", "announces", "announcement", "declare", "declaring", "submit",
      "submitting", "submitted", "propose", "proposing", "proposed", "put", "putting", "present",
      "presenting", "offer", "offering", "enter", "entering", "post", "posting", "posted", "send",
      "sending", "extend", "renew", "file", "filing", "filed", "nominate", "nominating", "confirm",
      "confirming", "register", "write", "writing", "throw", "throwing", "state", "stating",
    ]
    private static let offering: Set<String> = [
      "propose", "proposing", "proposed", "put", "putting", "submit", "submitting", "submitted",
      "offer", "offering", "throw", "throwing", "throwin", "present", "presenting", "nominate",
      "nominating", "nominated", "volunteer", "volunteering", "add", "adding", "enter", "entering",
    ]
    private static let running: Set<String> = [
      "run", "running", "stand", "standing", "rerun", "re-run", "re-running", "rerunning",
    ]
    private static let wishing: Set<String> = [
      "like", "want", "wish", "hope", "hoping", "intend", "intention", "intent", "interested",
      "interest", "happy", "honored", "honoured", "willing", "glad", "love", "would", "i'd",
      "accept", "pleased", "decided", "please", "seeking", "i'll", "will",
    ]
    private static let holding: Set<String> = [
      "continue", "continuing", "serve", "serving", "act", "acting", "be", "become", "becoming",
      "being", "considered", "elected", "re-elected", "reelected", "remain",
    ]
    private static let standing: Set<String> = ["term", "another", "again", "forward", "step"]
    private static let refusing: Set<String> = [
      "not", "won't", "don't", "can't", "cannot", "never", "wouldn't",
    ]
    /// Offices that are nothing else in technical talk.
    private static let strictOffices: Set<String> = [
      "ptl", "tc", "dpl", "council", "committee", "president", "treasurer", "secretary", "fesco",
      "re-election", "reelection", "leader",
    ]
    private static let leads = [["technical", "lead"], ["team", "lead"], ["tech", "lead"]]
    private static let offices: Set<String> = OfficeName.words
  }
}
