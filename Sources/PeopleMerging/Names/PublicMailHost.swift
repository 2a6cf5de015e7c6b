/// Hosts where anybody may have a mailbox, so that sharing one says nothing.
enum PublicMailHost {
  /// True for providers of free mail, access providers and names that stand for no organisation.
  static func serves(_ domain: String) -> Bool {
    if domain.isEmpty || !domain.contains(".") { return true }
    if domain.hasSuffix(".local") || domain.hasSuffix(".localdomain") { return true }
    if hosts.contains(domain) { return true }
    let name = domain.prefix { $0 != "." }
    return ["yahoo", "hotmail", "outlook", "live", "gmx"].contains(name)
  }

  private static let hosts: Set<String> = [
    "gmail.com", "aol.com", "icloud.com", "me.com", "mac.com", "msn.com", "web.de", "t-online.de",
    "freenet.de", "arcor.de", "posteo.de", "mailbox.org", "protonmail.com", "proton.me", "pm.me",
    "fastmail.com", "fastmail.fm", "zoho.com", "mail.com", "mail.ru", "yandex.ru", "yandex.com",
    "rambler.ru", "bk.ru", "inbox.ru", "list.ru", "ya.ru", "qq.com", "163.com", "126.com",
    "sina.com", "sina.com.cn", "sohu.com", "foxmail.com", "yeah.net", "139.com", "naver.com",
    "daum.net", "hanmail.net", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr",
    "libero.it", "tiscali.it", "alice.it", "virgilio.it", "btinternet.com", "comcast.net",
    "verizon.net", "att.net", "earthlink.net", "cox.net", "charter.net", "sbcglobal.net",
    "bellsouth.net", "optonline.net", "rogers.com", "shaw.ca", "telus.net", "bigpond.com",
    "xs4all.nl", "home.nl", "planet.nl", "telenet.be", "skynet.be", "bluewin.ch", "seznam.cz",
    "wp.pl", "o2.pl", "interia.pl", "onet.pl", "uol.com.br", "bol.com.br", "terra.com.br",
    "rediffmail.com", "users.noreply.github.com", "users.sourceforge.net", "localhost.localdomain",
    "riseup.net", "tutanota.com", "hushmail.com", "lycos.com", "juno.com", "inbox.com", "tut.by",
    "ukr.net", "abv.bg", "ntlworld.com", "virgin.net", "blueyonder.co.uk", "tiscali.co.uk",
  ]
}
