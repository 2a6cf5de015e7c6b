import MailParsing

/// What the place of a source tells: the list it belongs to.
enum Place {
  /// The list that the directories around a source name; nil where its format does not go with such
  /// directories. Pipermail's layout names its list; elsewhere only the mail itself does.
  static func list(of source: LoadedSource, _ format: ArchiveFormat) -> String? {
    switch format {
    case .pipermailText, .pipermailHTML:
      guard source.file.place != .standardInput else { return nil }
      if let member = source.member, member.contains("/") {
        return PipermailDirectory.list(of: member)
      }
      return PipermailDirectory.list(of: source.file.path)
    default:
      return nil
    }
  }
}
