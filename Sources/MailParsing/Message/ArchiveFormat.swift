/// The form an archive's entries have; raw values are the words of `byline.message/1`.
public enum ArchiveFormat: String, Sendable, Hashable, CaseIterable {
  case mboxrd, mboxo, mboxcl, mboxcl2, mmdf, babyl
  case pipermailText = "pipermail-text"
  case pipermailHTML = "pipermail-html"
  case mhonarcHTML = "mhonarc-html"
  case hypermailHTML = "hypermail-html"
  case maildir, mh, rfc822
  case publicInbox = "public-inbox"
}
