import ArchiveStorage
import MailParsing
import Testing

@Suite("Which entries are one message")
struct MessageIdentityTests {
  private static let plain = Post(contentKey: "k")
  private static let instant: Int64 = 1_381_359_932

  /// A post like the plain one but for what `change` says, in a form of its own.
  private static func like(_ change: (inout Post) -> Void) -> Post {
    var post = plain
    post.form = "other"
    change(&post)
    return post
  }

  private static let cases: [(rule: String, one: Post, other: Post, messages: Int)] = [
    ("equal ids and keys are one", plain, like { _ in }, 1),
    ("equal ids on two lists are one", plain, like { $0.list = "users" }, 1),
    ("equal ids and keys are one whatever the clock says", plain, like { $0.sentAt = 5 }, 1),
    ("equal ids with different keys stay two", plain, like { $0.contentKey = "l" }, 2),
    ("different ids with equal keys stay two", plain, like { $0.id = "2@example.org" }, 2),
    ("without an id, list, instant and key join", plain, like { $0.id = nil }, 1),
    (
      "without an id, another list parts", plain,
      like {
        $0.id = nil; $0.list = "users"
      }, 2
    ),
    (
      "without an id, another instant parts", plain,
      like {
        $0.id = nil; $0.sentAt = 5
      }, 2
    ),
    (
      "without an id, another key parts", plain,
      like {
        $0.id = nil; $0.contentKey = "l"
      }, 2
    ),
    (
      "without ids on either side, list, instant and key join", like { $0.id = nil },
      like {
        $0.id = nil; $0.form = "third"
      }, 1
    ),
    (
      "without id and date, different bytes stay two",
      like {
        $0.id = nil; $0.sentAt = nil
      },
      like {
        $0.id = nil; $0.sentAt = nil; $0.form = "third"
      }, 2
    ),
    (
      "without an id, a clock without a zone agrees with an instant it may have shown", plain,
      like {
        $0.id = nil; $0.sentAt = instant + 14 * 3600; $0.zone = nil
      }, 1
    ),
    (
      "the same the other way round, west of UTC", like { $0.id = nil },
      like {
        $0.form = "third"; $0.sentAt = instant - 12 * 3600 + 900; $0.zone = nil
      }, 1
    ),
    (
      "a clock that no zone shows parts", plain,
      like {
        $0.id = nil; $0.sentAt = instant + 15 * 3600; $0.zone = nil
      }, 2
    ),
    (
      "a clock west of all zones parts", plain,
      like {
        $0.id = nil; $0.sentAt = instant - 13 * 3600; $0.zone = nil
      }, 2
    ),
    (
      "a clock of another minute parts", plain,
      like {
        $0.id = nil; $0.sentAt = instant + 3600 + 60; $0.zone = nil
      }, 2
    ),
    (
      "two clocks that differ part",
      like {
        $0.id = nil; $0.zone = nil
      },
      like {
        $0.id = nil; $0.sentAt = instant + 3600; $0.zone = nil; $0.form = "third"
      }, 2
    ),
    (
      "with ids on both sides, clocks say nothing", plain,
      like {
        $0.id = "2@example.org"; $0.sentAt = instant + 3600; $0.zone = nil
      }, 2
    ),
    (
      "without id and date, equal bytes are one",
      like {
        $0.id = nil; $0.sentAt = nil
      },
      like {
        $0.id = nil; $0.sentAt = nil
      }, 1
    ),
  ]

  @Test("the rule, case by case, in either order", arguments: cases, [false, true])
  func rule(_ entry: (rule: String, one: Post, other: Post, messages: Int), reversed: Bool) throws {
    let store = try ArchiveDatabase.inMemory()
    let files = [("a.mbox", entry.one), ("b.mbox", entry.other)]
    for (path, post) in reversed ? files.reversed() : files {
      try store.ingest(.file(path, [post]))
    }
    #expect(try store.allMessageIDs().count == entry.messages, "\(entry.rule)")
  }

  @Test("a third form joins, whichever of its dates the message took")
  func thirdForm() throws {
    let page = Self.like {
      $0.id = nil; $0.fidelity = .rendered
    }
    let text = Self.like {
      $0.form = "text"; $0.fidelity = .archived; $0.sentAt = Self.instant - 6 * 3600; $0.zone = nil
    }
    let copy = Self.like {
      $0.id = nil; $0.form = "copy"; $0.fidelity = .rendered
    }
    for order in permutations(of: [("a.mbox", page), ("b.mbox", text), ("c.mbox", copy)]) {
      let store = try ArchiveDatabase.inMemory()
      for (path, var post) in order {
        // The key that its words give, against which a store is checked.
        post.contentKey = nil
        try store.ingest(.file(path, [post]))
      }
      #expect(try store.allMessageIDs().count == 1)
      let problems = try store.integrityProblems()
      #expect(problems == [])
    }
  }

  @Test("an entry without id among several that agree goes to the same one in every order")
  func amongSeveral() throws {
    let posts = [
      ("a.mbox", Self.plain), ("b.mbox", Self.like { $0.id = "2@example.org" }),
      ("c.mbox", Self.like { $0.id = nil }), ("d.mbox", Self.like { $0.id = "3@example.org" }),
    ]
    var outcomes: Set<[String]> = []
    for order in permutations(of: posts) {
      let store = try ArchiveDatabase.inMemory()
      for (path, var post) in order {
        // The key that its words give, against which a store is checked.
        post.contentKey = nil
        try store.ingest(.file(path, [post]))
      }
      let messages = try store.messages(ids: try store.allMessageIDs())
      #expect(messages.count == 3)
      outcomes.insert(
        messages.map { "\($0.message.messageID) \($0.appearances.map(\.source.path))" }.sorted())
      let problems = try store.integrityProblems()
      #expect(problems == [])
    }
    #expect(outcomes.count == 1, "\(outcomes)")
  }

  private func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard let first = elements.first else { return [[]] }
    return permutations(of: Array(elements.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }
}
