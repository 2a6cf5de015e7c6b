import ClaimExtraction
import Testing

/// A mail written for these tests, each line with the zone it belongs to.
struct Mail: CustomTestStringConvertible, Sendable {
  struct Line: Sendable {
    /// The zone; nil for a blank line.
    var kind: Zone.Kind?
    var text: String
  }

  /// What the mail shows.
  var testDescription: String
  var lines: [Line]

  /// Reads lines of `kind| text`, kinds by their first letters.
  init(_ description: String, _ marked: String) {
    testDescription = description
    lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let bar = line.firstIndex(of: "|") else { return Line(kind: nil, text: "") }
      let kind = Zone.Kind.allCases.first { $0.rawValue.hasPrefix(line[..<bar]) }
      return Line(kind: kind, text: String(line[line.index(after: bar)...]))
    }
  }

  static let interleaved = all[0].lines

  static let all = [
    Mail(
      "interleaved replies",
      """
      salutation|Hi Priya,

      quotation_marker|On Wed, 12 May 2004, Priya Raman wrote:
      quotation|> The parser drops the last field. Is that meant to happen,
      quotation|> or did I build it wrong?

      paragraph|No, that is a bug. I fixed it in the branch last night.

      quotation|> And could we have a test for it?

      paragraph|There is one now, it reads the file from your report.

      closing|Cheers,
      closing|Nils

      visual_sep|_______________________________________________
      mua|parser-dev mailing list
      mua|parser-dev@lists.example.org
      mua|http://lists.example.org/mailman/listinfo/parser-dev
      """),
    Mail(
      "top posting over a mail in Outlook's manner",
      """
      paragraph|We moved the server on Friday, please try again.

      closing|Regards,
      closing|Kemal

      quotation_marker|-----Original Message-----
      inline|From: Greta Holm [mailto:greta@example.org]
      inline|Sent: Thursday, May 6, 2004 9:12 AM
      inline|To: parser-users
      inline|Subject: [parser-users] server down

      paragraph|I cannot reach the server since this morning. Is it down?
      """),
    Mail(
      "a signature with its delimiter",
      """
      paragraph|I tagged the release this morning, the archives are on the server.

      visual_sep|-- 
      personal|Greta Holm
      personal|http://greta.example.org/
      """),
    Mail(
      "a foreign attribution",
      """
      quotation_marker|Am 06.05.2004 um 09:12 schrieb Greta Holm:
      quotation|> Geht das auch ohne Neustart?

      paragraph|Ja, seit der letzten Version geht das.

      closing|Gruß
      closing|Kemal
      """),
    Mail(
      "a patch under a message",
      """
      paragraph|The field was cut because the length excluded the terminator.

      tabular|Signed-off-by: Nils Berg <nils@example.org>
      log|---
      log| lib/field.c |    2 +-
      log| 1 files changed, 1 insertions(+), 1 deletions(-)

      patch|diff --git a/lib/field.c b/lib/field.c
      patch|index 0ab1c2d..9fe8d7c 100644
      patch|--- a/lib/field.c
      patch|+++ b/lib/field.c
      patch|@@ -88,3 +88,3 @@ int field_end(const char *s)
      patch| {
      patch|-	return strlen(s) - 1;
      patch|+	return strlen(s);
      patch| }
      patch|-- 
      patch|1.5.6
      """),
    Mail(
      "a stack trace in a question",
      """
      paragraph|The import stops half way with this:

      log|java.lang.IllegalArgumentException: bad field
      log|	at org.example.parser.Field.check(Field.java:51)
      log|	at org.example.parser.Import.run(Import.java:19)
      log|	at java.lang.Thread.run(Thread.java:619)

      paragraph|What does it want from me?
      """),
  ]
}
