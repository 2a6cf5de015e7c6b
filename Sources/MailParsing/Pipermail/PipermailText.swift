/// Pipermail's monthly text: what tells it from an mbox of whole mails.
enum PipermailText {
  /// Whether the entry's header is one that pipermail wrote: nothing but From and Date, in either order,
  /// then Subject, In-Reply-To, References and Message-ID, and in From two words and no angle bracket
  /// (`x at y (Name)`, in Mailman 1 `Name x@y`), which other programs hardly write.
  static func hasCutDownHeaders(_ bytes: Span<UInt8>, _ entry: MboxEntry) -> Bool {
    var index = entry.content.lowerBound
    var (hasFrom, hasDate) = (false, false)
    var fieldNumber = 0
    while index < entry.content.upperBound {
      let end = bytes.endOfLine(from: index, limit: entry.content.upperBound)
      let textEnd = bytes.endOfText(ofLineFrom: index, to: end)
      if textEnd == index { break }
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index = end
        continue
      }
      guard let nameEnd = HeaderName.end(bytes, lineFrom: index, to: textEnd) else { return false }
      let name = index..<nameEnd
      fieldNumber += 1
      if bytes.equalsIgnoringCase("from", in: name) {
        let author = bytes.trimmed(nameEnd + 1..<textEnd)
        guard fieldNumber <= 2, bytes.firstIndex(of: 0x3C, in: author) == nil,
          author.isEmpty || bytes.firstIndex(of: 0x20, in: author) != nil
        else { return false }
        hasFrom = true
      } else if bytes.equalsIgnoringCase("date", in: name) {
        guard fieldNumber <= 2 else { return false }
        hasDate = true
      } else if !bytes.equalsIgnoringCase("subject", in: name),
        !bytes.equalsIgnoringCase("in-reply-to", in: name),
        !bytes.equalsIgnoringCase("references", in: name),
        !bytes.equalsIgnoringCase("message-id", in: name)
      {
        return false
      }
      index = end
    }
    return hasFrom && hasDate
  }
}
