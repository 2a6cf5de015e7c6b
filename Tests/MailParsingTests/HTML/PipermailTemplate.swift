import Testing

/// Pipermail pages as four generations of Mailman wrote them, filled in with invented posts.
enum PipermailTemplate: String, CaseIterable, CustomTestStringConvertible {
  /// Mailman 1.x: clear addresses, RFC 822 dates, no charset, no id.
  case mailman1
  /// Mailman 2.1 before 2.1.10: the parent's id, bare, in the answering link.
  case parentInLink
  /// Mailman 2.1.10 and later: the post's own id, in angle brackets.
  case ownInLink
  /// The same in Japanese, whose `@` is a full-width one.
  case japanese

  var testDescription: String { rawValue }

  /// What a page shows.
  struct Post {
    var subject = "Cold start of the pump controller"
    var author = "Ada Example"
    var email = "ada@example.org"
    var date = "Thu Mar  1 04:39:42 CST 2012"
    var messageID = "one.two@example.org"
    var parentID = ""
    /// The post as pipermail renders it, markup included.
    var body = "It starts.\n"
    var charset = "us-ascii"
    var previous: String? = nil
    var next: String? = nil
  }

  /// The page of a post.
  func page(_ post: Post) -> String {
    let shownEmail =
      switch self {
      case .mailman1: post.email
      case .parentInLink, .ownInLink: post.email.replacing("@", with: " at ")
      case .japanese: post.email.replacing("@", with: " ＠ ")
      }
    let encoded = { (text: String) in
      text.replacing("@", with: "%40").replacing("<", with: "%3C").replacing(">", with: "%3E")
        .replacing(" ", with: "%20")
    }
    let query =
      switch self {
      case .mailman1: encoded(post.email)
      case .parentInLink:
        "pumps%40lists.example.org?Subject=\(encoded(post.subject))&In-Reply-To=\(encoded(post.parentID))"
      case .ownInLink, .japanese:
        "pumps%40lists.example.org?Subject=\(encoded("Re: " + post.subject))"
          + "&In-Reply-To=\(encoded("<\(post.messageID)>"))"
      }
    let meta =
      self == .mailman1
      ? ""
      : #"<META http-equiv="Content-Type" content="text/html; charset=\#(post.charset)">"#
    let footer =
      self == .ownInLink || self == .japanese
      ? #"<a href="http://lists.example.org/mailman/listinfo/pumps">More information</a><br>"# : ""
    return """
      <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">
      <HTML>
       <HEAD>
         <TITLE> \(post.subject)
         </TITLE>
         <LINK REL="Index" HREF="index.html" >
         <LINK REL="made" HREF="mailto:\(query)">
         \(meta)
         \(post.previous.map { #"<LINK REL="Previous"  HREF="\#($0)">"# } ?? "")
         \(post.next.map { #"<LINK REL="Next"  HREF="\#($0)">"# } ?? "")
       </HEAD>
       <BODY BGCOLOR="#ffffff">
         <H1>\(post.subject)</H1>
          <B>\(post.author)</B> 
          <A HREF="mailto:\(query)"
             TITLE="\(post.subject)">\(shownEmail)
             </A><BR>
          <I>\(post.date)</I>
          <P><UL>
               <LI> <B>\(self == .japanese ? "記事の並び順" : "Messages sorted by"):</B>
                    <a href="date.html#1">[ date ]</a>
                    <a href="thread.html#1">[ thread ]</a>
               </LI>
             </UL>
          <HR>  
      <!--beginarticle-->
      <PRE>\(post.body)
      </PRE>

      <!--endarticle-->
          <HR>
      \(footer)
      </body></html>

      """
  }
}
