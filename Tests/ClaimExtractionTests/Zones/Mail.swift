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
    Mail(
      "a French attribution",
      """
      salutation|Bonjour,

      quotation_marker|Le 12 mai 2004 à 10:12, Paul Martin <paul@example.org> a écrit :
      quotation|> Est-ce que le pilote fonctionne ?

      paragraph|Oui, depuis hier.

      closing|Cordialement,
      closing|Luc
      """),
    Mail(
      "a Spanish attribution",
      """
      quotation_marker|El mié., 12 may. 2004 a las 10:12, Ana Ruiz (<ana@example.org>) escribió:

      quotation|> ¿Funciona el controlador?

      paragraph|Sí, desde ayer.

      closing|Saludos,
      closing|Luis
      """),
    Mail(
      "a Japanese attribution",
      """
      quotation_marker|2004年5月12日(水) 10:12 山田太郎 <yamada@example.org>:
      quotation|> 動きますか？

      paragraph|はい、動きます。

      closing|よろしくお願いします。
      closing|佐藤
      """),
    Mail(
      "a Russian attribution",
      """
      quotation_marker|12 мая 2004 г., 10:12 пользователь Иван Петров <ivan@example.org> написал:

      quotation|> Работает ли драйвер?

      paragraph|Да, работает.

      closing|С уважением,
      closing|Пётр
      """),
    Mail(
      "top posting over a mail in Outlook's Russian manner",
      """
      paragraph|Сервер снова работает.

      quotation_marker|-----Исходное сообщение-----
      inline|От: Иван Петров <ivan@example.org>
      inline|Отправлено: 6 мая 2004 г. 9:12
      inline|Кому: parser-users
      inline|Тема: сервер

      paragraph|Сервер не отвечает.
      """),
    Mail(
      "top posting over a mail in Outlook's French manner",
      """
      paragraph|Le serveur est de nouveau en ligne.

      closing|Cordialement
      closing|Luc

      visual_sep|________________________________
      inline|De : Greta Holm <greta@example.org>
      inline|Envoyé : jeudi 6 mai 2004 09:12
      inline|À : parser-users
      inline|Objet : [parser-users] panne

      paragraph|Le serveur ne répond pas.
      """),
    Mail(
      "bars and angles mixed",
      """
      quotation_marker|Greta Holm wrote:
      quotation|| Does the driver work?
      quotation|| > It did once.
      quotation|| I have no idea.

      paragraph|Yes, since yesterday.
      """),
    Mail(
      "flowed lines with quotations of two depths",
      """
      quotation_marker|On Wed, 12 May 2004, Priya Raman wrote:\u{20}
      quotation|> The parser drops the last field when the file is long and\u{20}
      quotation|> ends without a line feed.
      quotation|>> Which version was that?\u{20}
      quotation|> The one of last week.

      paragraph|I fixed it in the branch last night, please try it\u{20}
      paragraph|and tell me what you see.

      closing|Nils
      """),
    Mail(
      "a signature without a delimiter",
      """
      paragraph|I looked at the driver and it needs a lock around the list.

      closing|Kind regards,

      personal|Dr. Ada Ortiz
      personal|Senior Engineer, Sparrow Networks
      personal|Phone: +1 555 0100
      personal|http://ada.example.org/
      """),
    Mail(
      "a context diff between words",
      """
      paragraph|This fixes the length.

      patch|*** field.c.orig	Wed May 12 10:00:00 2004
      patch|--- field.c	Wed May 12 10:12:00 2004
      patch|***************
      patch|*** 88,91 ****
      patch|  {
      patch|! 	return strlen(s) - 1;
      patch|  }
      patch|--- 88,91 ----
      patch|  {
      patch|! 	return strlen(s);
      patch|  }

      paragraph|I tested it on two machines.
      """),
    Mail(
      "a Subversion diff between words",
      """
      paragraph|Here is the patch.

      patch|Index: src/field.c
      patch|===================================================================
      patch|--- src/field.c	(revision 1204)
      patch|+++ src/field.c	(working copy)
      patch|@@ -88,3 +88,3 @@
      patch| {
      patch|-	return strlen(s) - 1;
      patch|+	return strlen(s);
      patch| }

      paragraph|Please apply.
      """),
    Mail(
      "a table and a Python stack trace",
      """
      paragraph|The figures of last night:

      tabular|size    old     new
      tabular|----    ---     ---
      tabular|100     1.2     0.8
      tabular|1000    12.4    7.9

      paragraph|It fails like this:

      log|Traceback (most recent call last):
      log|  File "run.py", line 12, in <module>
      log|    main()
      log|ValueError: bad field

      paragraph|Any idea?
      """),
  ]
}
