/// An addr-spec taken apart for comparing: case, tags and archivers' rewritings set aside.
struct MailboxKey: Sendable, Hashable {
  /// The part before the `@`, lower-cased, without a `+tag`.
  var localPart: String
  /// The domain, lower-cased; empty where there is none.
  var domain: String
  /// True where an archiver hid part of the address, so that equality proves nothing by itself.
  var isObscured: Bool

  /// Nothing to compare.
  var isEmpty: Bool { localPart.isEmpty }

  /// Reads an addr-spec in any of the spellings that archives and git show.
  init(_ email: String) {
    var text = email.trimmedLowercase
    for (spelled, sign) in Self.spelledOut where text.place(of: spelled) != nil {
      text = text.replacingAll(spelled, with: sign)
    }
    text = text.filter { $0 != " " }
    guard let at = text.lastIndex(of: "@") else {
      (localPart, domain, isObscured) = (text, "", false)
      return
    }
    var local = String(text[..<at])
    var host = String(text[text.index(after: at)...])
    if host.hasSuffix(".") { host.removeLast() }
    (local, host) = Self.unwrapped(local, host)
    if host == "googlemail.com" { host = "gmail.com" }
    if host == "users.noreply.github.com", let plus = local.firstIndex(of: "+") {
      local = String(local[local.index(after: plus)...])
    } else if let plus = local.firstIndex(of: "+"), plus != local.startIndex {
      local = String(local[..<plus])
    }
    if host == "gmail.com", local.place(of: "..") == nil { local.removeAll { $0 == "." } }
    isObscured =
      local.hasSuffix("..") || host.hasSuffix("..") || local.hasSuffix("…")
      || Self.isMask(host) || Self.isMask(local)
    localPart = local.replacingAll("…", with: "...")
    domain = host
  }

  /// Ways an address is written for people and not for harvesters.
  private static let spelledOut = [
    (" at ", "@"), (" (at) ", "@"), ("(at)", "@"), ("[at]", "@"), (" dot ", "."), ("[dot]", "."),
    ("(dot)", "."),
  ]

  /// Undoes rewriting by forwarders: `jane=40example.org@dmarc.example.net` (DMARC),
  /// `prvs=tag=jane@example.org` (BATV), `srs0=tag=tt=example.org=jane@relay` (SRS).
  private static func unwrapped(_ local: String, _ host: String) -> (String, String) {
    if local.hasPrefix("prvs="), let last = local.lastIndex(of: "=") {
      return (String(local[local.index(after: last)...]), host)
    }
    if local.hasPrefix("srs0=") || local.hasPrefix("srs0+") {
      let parts = local.split(separator: "=")
      if parts.count >= 4 {
        return (String(parts[parts.count - 1]), String(parts[parts.count - 2]))
      }
    }
    if let mark = local.place(of: "=40"),
      local.distance(from: mark.upperBound, to: local.endIndex) > 3
    {
      return (String(local[..<mark.lowerBound]), String(local[mark.upperBound...]))
    }
    if host.split(separator: ".").contains("dmarc"), let mark = local.lastIndex(of: "=") {
      return (String(local[..<mark]), String(local[local.index(after: mark)...]))
    }
    return (local, host)
  }

  /// True for `xxxxxxxx`, as MHonArc's spam mode and others write a hidden domain.
  private static func isMask(_ text: String) -> Bool {
    text.utf8.count >= 4
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: ".") }
  }

  /// True where this obscured address may be that clear one: something is visible, and equal.
  func mayHide(_ clear: MailboxKey) -> Bool {
    !(Self.isMask(localPart) && Self.isMask(domain)) && Self.shows(localPart, of: clear.localPart)
      && Self.shows(domain, of: clear.domain)
  }

  private static func shows(_ seen: String, of whole: String) -> Bool {
    if seen == whole { return true }
    if isMask(seen) { return true }
    guard let dots = seen.place(of: "..") else { return false }
    let head = seen[..<dots.lowerBound]
    return !head.isEmpty && whole.hasPrefix(head)
  }
}
