import ArchiveStorage
import MailParsing
import Testing

@testable import ClaimChecking

/// A lock table as mail and commits tell of it.
@Suite("From a topic to its people")
struct TopicInquiryTests {
  private static func mail(
    _ from: Address, _ subject: String, _ text: String, day: Int64, answering: [String] = []
  ) -> Mail {
    Mail(from: from, subject: subject, text: text + "\n", day: day, inReplyTo: answering)
  }

  /// `part: name` in the order given.
  private static func parts(_ history: TopicHistory) -> [String] {
    history.involvements.map { "\($0.part.rawValue): \($0.name)" }
  }

  @Test("posts show who sent the work first, who answered it, and whom they thank")
  func posts() async throws {
    let mails = [
      Self.mail(Mail.bob, "Lunch", "The lock table is in the kitchen.", day: 1),
      Self.mail(Mail.ann, "[PATCH] a lock table", "This adds the lock table.", day: 2),
      Self.mail(
        Mail.bob, "Re: [PATCH] a lock table", "> This adds\n\nThe name should be shorter.", day: 3,
        answering: ["1@example.org"]),
      Self.mail(
        Mail.bob, "Re: [PATCH] a lock table", "Thanks for the patch, Ann.", day: 4,
        answering: ["1@example.org"]),
      Self.mail(
        Mail.ann, "Re: [PATCH] a lock table", "Thanks to Cy Third for the lock table's tests.",
        day: 5, answering: ["2@example.org"]),
    ]
    let history = try await TopicInquiry(CheckRecord(database: Mail.store(mails)))
      .history(of: "lock table")
    #expect(
      Self.parts(history) == [
        "began: Ann Example", "carried: Ann Example", "reviewed: Bob Sample",
        "thanked: Ann Example", "thanked: Cy Third",
      ])
    for involvement in history.involvements { #expect(!involvement.citations.isEmpty) }
  }

  @Test(
    "thanks for nothing done, and work that was not, show nothing",
    arguments: [
      "Thanks in advance for a lock table.", "Thanks for reading about the lock table.",
      "Could you thank Ann for the lock table?", "If I added a lock table, it would break.",
      "> I added the lock table.", "Thanks, Ann.", "Thanks for the patch, Cy.",
      "The lock table was ported by somebody else (thanks!) and works.",
    ])
  func nothing(text: String) async throws {
    let mails = [
      Self.mail(Mail.ann, "Hello", "Hello all.", day: 1),
      Self.mail(Mail.bob, "Re: Hello", text, day: 2, answering: ["0@example.org"]),
    ]
    let history = try await TopicInquiry(CheckRecord(database: Mail.store(mails)))
      .history(of: "lock table")
    #expect(Self.parts(history) == [])
  }

  @Test(
    "a build server's notice tells whose the change is, once; a tracker's mail is nobody's deed")
  func notices() async throws {
    let jenkins = Address(name: "Jenkins", email: "jenkins@example.org")
    let tracker = Address(email: "bugzilla@example.org")
    let notice = "[Ann Example] Widen the lock table\n\n[lamp-dev] Lock table\n"
    let mails = [
      Self.mail(tracker, "[Bug 1] lock table", "I added a lock table.", day: 1),
      Self.mail(jenkins, "Build failed", notice, day: 2),
      Self.mail(jenkins, "Build failed", notice, day: 3),
    ]
    let history = try await TopicInquiry(CheckRecord(database: Mail.store(mails)))
      .history(of: "lock table")
    #expect(Self.parts(history) == ["began: Ann Example", "carried: Ann Example"])
    #expect(history.involvements.map(\.postCount) == [1, 1])
  }

  @Test("commits show authors and whom their trailers name, a person of both records once")
  func commits() async throws {
    let repository = try GitRepositoryFixture()
    let ann = "Ann Example <ann@example.org>"
    try repository.commit("Draw a lens", by: ann, on: "2010-01-01", paths: ["lens.c"])
    try repository.commit(
      "Add a lock table\n\nReviewed-by: Bob Sample <bob@example.org>\n"
        + "Reported-by: Cy Third <cy@example.org>\nSigned-off-by: \(ann)", by: ann,
      on: "2010-01-02", paths: ["table.c"])
    try repository.commit(
      "Grow it", by: "Dee Fourth <dee@example.org>", on: "2010-01-03", paths: ["lock/table.c"])
    let mails = [Self.mail(Mail.ann, "Work", "I fixed the lock table.", day: 20_000)]
    let record = CheckRecord(repositories: [repository.path], database: try Mail.store(mails))
    let history = try await TopicInquiry(record).history(of: "lock table")
    #expect(
      Self.parts(history) == [
        "began: Ann Example", "carried: Ann Example", "carried: Dee Fourth",
        "reviewed: Bob Sample", "thanked: Cy Third",
      ])
    let carried = history.involvements[1]
    #expect(carried.commitCount == 1)
    #expect(carried.postCount == 1)
    #expect(carried.to == "2024-10-04T00:00:00+00:00")
  }

  @Test("a change committed twice counts once, and bounds of time hold")
  func sameOrigin() async throws {
    let repository = try GitRepositoryFixture()
    let ann = "Ann Example <ann@example.org>"
    try repository.commit("Add a lock table", by: ann, on: "2010-01-02", paths: ["a.c"])
    try repository.commit("Add a lock table", by: ann, on: "2010-01-02", paths: ["b.c"])
    let record = CheckRecord(repositories: [repository.path])
    let history = try await TopicInquiry(record).history(of: "lock table")
    #expect(history.involvements.map(\.commitCount) == [1, 1])
    let later = CheckRecord(
      repositories: [repository.path],
      since: MailDate(secondsSinceEpoch: 1_300_000_000, zoneOffsetMinutes: 0))
    #expect(try await TopicInquiry(later).history(of: "lock table").involvements == [])
  }

  @Test(
    "a word that any work is called by names no topic; two of them may, and so does what does the work",
    arguments: [("update", 0), ("updater", 2), ("review tool", 2)])
  func work(phrase: String, count: Int) async throws {
    let mails = [
      Self.mail(Mail.ann, "[PATCH] an updater", "This adds the updater.", day: 1),
      Self.mail(Mail.bob, "[PATCH] a driver", "I updated the driver.", day: 2),
      Self.mail(Mail.bob, "[PATCH] the review tool", "This adds the review tool.", day: 3),
      Self.mail(Mail.ann, "Reviews", "I fixed the tool. A review is open.", day: 4),
    ]
    let history = try await TopicInquiry(CheckRecord(database: Mail.store(mails)))
      .history(of: phrase)
    #expect(history.involvements.count == count)
    #expect(history.notes.isEmpty == (count > 0))
  }

  @Test("a path that is no repository and a topic without a word are told, not fatal")
  func badInput() async throws {
    let record = CheckRecord(repositories: ["/nowhere"])
    let unread = try await TopicInquiry(record).history(of: "lock table")
    #expect(unread.notes.count == 1)
    #expect(unread.notes[0].contains("/nowhere cannot be read by git"))
    #expect(try await TopicInquiry(record).history(of: "of the").notes.count == 1)
  }
}
