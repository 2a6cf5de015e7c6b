import Foundation
import MailParsing

/// The history of a repository as `git log` prints it, and where each commit stands in it.
///
/// The print is a row of tokens, each ended by a zero byte, which can stand in no name, message or
/// path. A record opens with a token that begins with 0x01, and each of its paths follows a token for
/// what became of it, so that no path, whatever its name, is taken for a record.
struct GitLog: Sendable {
  /// One commit that is no merge, as ranges of the print.
  struct Record: Sendable {
    /// The object name in hexadecimal digits.
    var id: Range<Int>
    /// The author's name and address as committed, a zero byte between them.
    var author: Range<Int>
    var authoredAt: MailDate
    var committedAt: MailDate
    var message: Range<Int>
    /// What changed, for ``GitLog/changes(of:in:)``.
    var changes: Range<Int>
  }

  /// One path that a commit changed.
  struct Change {
    var path: Range<Int>
    /// `A` for a new file, `D` for one taken away, `M` for one changed.
    var kind: UInt8
  }

  /// What git printed.
  let bytes: Data
  /// In order of authorship, then of committing, then of object names.
  let records: [Record]

  /// Takes a print apart; nil where it is no such print. Near-linear.
  init?(_ bytes: Data) {
    self.bytes = bytes
    guard let records = Self.records(in: bytes.span) else { return nil }
    self.records = records
  }

  /// What `git log` must be asked for: names of changed paths, never their contents, so that a
  /// repository without blobs will do.
  static func arguments(withPaths: Bool) -> [String] {
    [
      "log", "-z", "--no-renames", "--no-merges", "--no-color", "--no-notes", "--no-decorate",
      "--encoding=UTF-8", "--date=raw", "--format=%x01%H%x00%an%x00%ae%x00%ad%x00%cd%x00%B%x00",
    ] + (withPaths ? ["--name-status"] : [])
  }

  /// The paths of a record, up to `limit`.
  static func changes(of record: Record, in bytes: Span<UInt8>, limit: Int) -> [Change] {
    var tokens = Tokens(place: record.changes.lowerBound, end: record.changes.upperBound)
    var changes: [Change] = []
    while changes.count < limit, let kind = tokens.next(in: bytes) {
      guard let last = kind.last, let path = tokens.next(in: bytes) else { continue }
      changes.append(Change(path: path, kind: bytes[last]))
    }
    return changes
  }

  /// The first line of a record's message.
  static func subject(of record: Record, in bytes: Span<UInt8>) -> String {
    var end = record.message.lowerBound
    while end < record.message.upperBound, bytes[end] != 0x0A { end += 1 }
    return WordScanner.text(bytes, record.message.lowerBound..<end)
  }

  /// Whether changes do little but move files: most of what is taken away appears under its old name
  /// elsewhere. A few files are moved in the course of work.
  static func isMove(_ changes: [Change], in bytes: Span<UInt8>) -> Bool {
    guard changes.count >= 10 else { return false }
    func names(_ kind: UInt8) -> Set<String> {
      Set(
        changes.filter { $0.kind == kind }.map {
          WordScanner.text(bytes, $0.path).split(separator: "/").last.map(String.init) ?? ""
        })
    }
    let gone = names(0x44)
    guard !gone.isEmpty else { return false }
    return gone.intersection(names(0x41)).count * 3 >= changes.count
  }

  private static func records(in bytes: Span<UInt8>) -> [Record]? {
    var tokens = Tokens(place: 0, end: bytes.count)
    var records: [Record] = []
    var opening = tokens.next(in: bytes)
    while let id = opening {
      guard isOpening(id, in: bytes), let name = tokens.next(in: bytes),
        let email = tokens.next(in: bytes), let authored = tokens.next(in: bytes),
        let committed = tokens.next(in: bytes), let message = tokens.next(in: bytes)
      else { return nil }
      let start = tokens.place
      var end = start
      opening = nil
      while let token = tokens.next(in: bytes) {
        if isOpening(token, in: bytes) {
          opening = token
          break
        }
        // An empty token parts the message from the paths.
        if !token.isEmpty, tokens.next(in: bytes) == nil { return nil }
        end = tokens.place
      }
      records.append(
        Record(
          id: (id.lowerBound + 1)..<id.upperBound, author: name.lowerBound..<email.upperBound,
          authoredAt: date(authored, in: bytes), committedAt: date(committed, in: bytes),
          message: message, changes: start..<end))
    }
    return records.map { (record: $0, id: number(of: $0.id, in: bytes)) }.sorted {
      let (left, right) = ($0.record, $1.record)
      return (
        left.authoredAt.secondsSinceEpoch, left.committedAt.secondsSinceEpoch, $0.id
      ) < (right.authoredAt.secondsSinceEpoch, right.committedAt.secondsSinceEpoch, $1.id)
    }.map(\.record)
  }

  private static func isOpening(_ token: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    !token.isEmpty && bytes[token.lowerBound] == 0x01
  }

  /// The first sixteen digits of an object name.
  private static func number(of id: Range<Int>, in bytes: Span<UInt8>) -> UInt64 {
    id.prefix(16).reduce(0) { number, index in
      let byte = bytes[index]
      return number << 4 | UInt64(byte < 0x3A ? byte & 0x0F : (byte & 0x0F) + 9)
    }
  }

  /// Reads `1381359932 +0100`; what is out of any calendar's range is the epoch.
  private static func date(_ range: Range<Int>, in bytes: Span<UInt8>) -> MailDate {
    var numbers = [0, 0]
    var signs = [1, 1]
    var field = 0
    for index in range {
      switch bytes[index] {
      case 0x20 where field == 0: field = 1
      case 0x2D: signs[field] = -1
      case 0x30...0x39:
        // Fifteen digits hold any instant; the rest of a longer number is let go.
        if numbers[field] < 100_000_000_000_000 {
          numbers[field] = numbers[field] * 10 + Int(bytes[index] - 0x30)
        }
      default: break
      }
    }
    let seconds = Int64(numbers[0] * signs[0])
    let minutes = (numbers[1] / 100 * 60 + numbers[1] % 100) * signs[1]
    return MailDate(
      secondsSinceEpoch: (-62_000_000_000...253_000_000_000).contains(seconds) ? seconds : 0,
      zoneOffsetMinutes: (-1440...1440).contains(minutes) ? minutes : 0)
  }
}

/// Goes through tokens ended by zero bytes.
private struct Tokens {
  var place: Int
  let end: Int

  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    guard place < end else { return nil }
    let start = place
    while place < end, bytes[place] != 0 { place += 1 }
    defer { place = min(place + 1, end) }
    return start..<place
  }
}
