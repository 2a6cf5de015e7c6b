/// What a word tells about the line it stands in; a word may be several things.
struct WordClass: OptionSet {
  var rawValue: UInt32

  static let greeting = WordClass(rawValue: 1 << 0)
  static let farewell = WordClass(rawValue: 1 << 1)
  /// "wrote", in the languages mail programs speak.
  static let wrote = WordClass(rawValue: 1 << 2)
  static let month = WordClass(rawValue: 1 << 3)
  static let weekday = WordClass(rawValue: 1 << 4)
  /// The vocabulary of list footers.
  static let footer = WordClass(rawValue: 1 << 5)
  /// The first person.
  static let firstPerson = WordClass(rawValue: 1 << 6)
  /// Words of grammar, of which prose is full and little else is.
  static let grammar = WordClass(rawValue: 1 << 7)
  /// The name of a mail header field, in the languages mail programs speak.
  static let headerName = WordClass(rawValue: 1 << 8)
  /// Where people work, and how they are reached.
  static let business = WordClass(rawValue: 1 << 9)
  static let code = WordClass(rawValue: 1 << 10)
  static let log = WordClass(rawValue: 1 << 11)
  static let advertisement = WordClass(rawValue: 1 << 12)
  static let disclaimer = WordClass(rawValue: 1 << 13)
  /// Tells of a mail program ("Sent from my …").
  static let program = WordClass(rawValue: 1 << 14)
  static let device = WordClass(rawValue: 1 << 15)
  /// "original", "forwarded", "message".
  static let forwarded = WordClass(rawValue: 1 << 16)
  /// What stands after a farewell on its line ("best regards", "met vriendelijke groet").
  static let farewellPart = WordClass(rawValue: 1 << 17)

  /// What tells a list's footer from a person's signature.
  static let footerSigns: WordClass = [.footer, .advertisement, .disclaimer, .business]
  /// What tells speech from material.
  static let speechSigns: WordClass = [.firstPerson, .grammar, .greeting, .farewell, .code, .log]

  /// The vocabularies, lower case, words apart by white space.
  static let vocabulary: [(WordClass, String)] = [
    (
      .greeting,
      """
      hi hello hey dear hallo hoi hej hei moi greetings howdy gday ahoj dobrý zdravím bonjour salut
      bonsoir hola buenas estimado estimados querido ciao salve caro cari olá oi prezado prezados
      liebe lieber sehr geehrte geehrter moin servus grüezi beste geachte szia sziasztok cześć witam
      szanowni привет здравствуйте добрый здравствуй привіт hail morning afternoon evening folks
      everyone everybody guys gentlemen team list selamat assalamualaikum merhaba sayın こんにちは 你好
      大家好 安녕하세요 onk
      """
    ),
    (
      .farewell,
      """
      regards cheers thanks thank thx tia sincerely cordially bye rgds brgds mfg gruß gruss grüße
      gruesse grüsse grüßen lg vg ciao saluti salutations cordialement amicalement bien merci
      saludos salu2 gracias atentamente abrazo abrazos obrigado obrigada abraço abraços att
      atenciosamente groet groeten groetjes bedankt mvh hilsen hälsningar tack terveisin kiitos
      pozdrawiam pozdrav pozdravem dzięki děkuji díky üdv üdvözlettel köszönöm mulțumesc уважением
      спасибо удачи ttyl hth cu greetings greets gr peace cya respectfully faithfully truly kthxbye
      terima kasih teşekkürler grazie best yours love enjoy よろしくお願いします thanx 73 ttfn
      """
    ),
    (
      .farewellPart,
      """
      best kind kindest warm warmest many with freundlichen freundliche viele schöne liebe beste met
      vriendelijke med vennlig venlig vänliga bien cordiales cordiali distinti un saludo in advance
      yours very truly much again hope helps helpful freundlichem mit s z help any appreciated your
      attention time for the you
      """
    ),
    (
      .wrote,
      """
      wrote writes write written said says schrieb schrieben écrit ecrit escribió escribio escribe
      scrisse scritto scrive ha skrev skrifaði kirjoitti schreef geschreven napsal napsala napisał
      napisała написал написала пишет пишете писал írta escreveu rašė напísal wrote: rakstīja
      kirjutas scris yazdı changed updated commented さんは書きました 写道 寫道 according
      quoting quoth schreibt scribbled
      """
    ),
    (
      .month,
      """
      jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
      august september october november december januar februar märz mai juni juli oktober dezember
      okt dez janvier février mars avril juin juillet août septembre octobre novembre décembre enero
      febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio
      febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio
      junho julho setembro outubro novembro dezembro januari februari maart mei augustus
      """
    ),
    (
      .weekday,
      """
      mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag
      dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so lundi mardi mercredi
      jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì
      martedì mercoledì giovedì venerdì sabato domenica dom seg ter qua qui sex
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag onsdag torsdag fredag
      """
    ),
    (
      .footer,
      """
      unsubscribe subscribe subscribed unsubscribing subscription subscriptions mailing mailinglist
      maillist listinfo list lists archives archive archived listserv listserver majordomo mailman
      digest sponsored sponsor automatically generated administrators bugmail assignee watching
      receiving received because discussion optout groups group posting guidelines faq netiquette
      send stop emails mailto request commands additional abmelden abbestellen désinscription
      désabonner desinscribirse afmelden cancellarsi подписка отписаться odhlášení liste lista
      confidentiality e-mail visit settings preferences profile thread userprefs member membership
      options help info reply browse administer notification notifications post messages message
      """
    ),
    (
      .firstPerson,
      """
      i we my our me us i'm i've i'll i'd we're we've we'll myself ich wir mein unser je nous mon
      notre yo nosotros mi nuestro io noi eu nós ik wij jag vi minä я мы
      """
    ),
    (
      .grammar,
      """
      the a an of to in is are was were be been it that this these those and or but not for on with
      as at by from if so then than there here have has had do does did can could will would should
      may might must you your he she they them his her their its which who what when where why how
      der die das und ist nicht ein eine zu mit auf für von den dem im es sich auch aber oder wenn
      le la les un une des et est pas que qui dans pour sur avec ce cette ne se au aux mais ou
      el los las una y es no por para con se lo su pero como il che di non per con sono della
      o os as um uma e não com em do da het een van en niet dat te op zijn voor met och att det som
      är inte på för av i na w z się nie jest že se je to v by и в не на что с это как но а
      """
    ),
    (
      .headerName,
      """
      from to cc bcc subject date sent reply-to von an betreff gesendet datum kopie de à objet envoyé
      para asunto enviado fecha da a oggetto inviato data assunto van aan onderwerp verzonden fra til
      emne sendt från till ämne skickat od do temat komu předmět odesláno от кому тема дата
      message-id in-reply-to references organization newsgroups followup-to posted importance
      attachments lähettäjä vastaanottaja aihe lähetetty отправлено копия від wysłano wysłane temat
      feladó címzett tárgy küldve kimden kime konu gönderildi 差出人 宛先 件名 送信日時 发件人 收件人 主题 发送时间 日期
      """
    ),
    (
      .business,
      """
      phone tel fax mobile cell office street st road avenue ave university institute department dept
      school college gmbh inc ltd llc corp corporation ag professor prof dr engineer manager director
      senior developer consultant architect president research laboratory lab systems software
      www http email e-mail jabber xmpp icq irc skype pgp gpg key fingerprint twitter building
      room box po suite floor straße strasse str fon telefon handy mél tél p m f t homepage blog web
      universität universidad université universiteit technologies solutions coordinator teacher
      librarian scientist phd msc founder ceo cto chief officer group
      """
    ),
    (
      .code,
      """
      if else for while return int char void def class import public static const struct include
      define function var let new null nil none true false self this try catch except echo select
      where insert update end begin endif endfor fi done then elif case switch break printf cd make
      install sudo configure export set get foreach unsigned long double float string bool
      """
    ),
    (
      .log,
      """
      error errors warning warnings info debug exception failed failure fatal critical notice traceback
      stacktrace at java org com caused suppressed junit kernel started stopped starting loading loaded
      checking building compiling linking downloading downloaded fetching executing updating copying
      setting skipping removing cloning commencing deleting archiving recording unpacking installing
      processing creating generating entering leaving writing retrying truncated ok pass passed
      skipped tests test build thread
      """
    ),
    (
      .advertisement,
      """
      free download yahoo hotmail msn messenger rent trial pack unlimited tutorials conference
      crystal reports developers sdm slashdot sourceforge net ads click learn discover win
      ultimate toolkit performance intel event exclusive register today now save offer buy
      """
    ),
    (
      .disclaimer,
      """
      confidential confidentiality privileged intended recipient recipients disclosure unauthorized
      unauthorised dissemination strictly prohibited notify sender immediately delete warranties
      confers rights transmitted information addressed entity attachments virus scanned opinions
      views expressed employer vertraulich
      """
    ),
    (.program, "sent using version gesendet von envoyé enviado desde inviato da verzonden vanaf"),
    (
      .device,
      """
      iphone ipad android blackberry mobile gmail outlook thunderbird phone handheld device
      smartphone samsung nokia windows treo palm tapatalk nabble protonmail yahoo
      """
    ),
    (
      .forwarded,
      """
      original forwarded message ursprüngliche nachricht weitergeleitete originalnachricht
      begin mensaje mensagem messaggio originale message d'origine transféré oorspronkelijk bericht
      ursprungligt meddelande opprinnelig melding oprindelig meddelelse исходное сообщение пересылаемое wiadomość oryginalna původní zpráva alkuperäinen viesti eredeti
      üzenet 原始邮件
      """
    ),
  ]

  /// The vocabularies by word.
  static let index = WordIndex(vocabulary)
}

/// The vocabularies as an open-addressed table; found words and misses both cost a probe or two.
struct WordIndex {
  /// Words by their hash, 0 in an empty slot, each with what it is.
  private var slots: [(key: UInt32, classes: WordClass)]
  private let mask: Int
  /// A bit for the low end of each word's hash: most words of a text are in no vocabulary, and are told by
  /// it without a look at the slots, which lie further from the processor.
  private var known = [UInt64](repeating: 0, count: 256)

  init(_ vocabulary: [(WordClass, String)]) {
    let size = 1 << 13
    mask = size - 1
    slots = Array(repeating: (0, []), count: size)
    for (word, text) in vocabulary {
      for spelling in text.split(whereSeparator: \.isWhitespace) {
        insert(WordHash.hash(of: Array(spelling.utf8).span), word)
        // The hash takes small and great letters of ASCII alike, and no others.
        if word == .headerName || word == .forwarded,
          spelling.utf8.first.map({ $0 >= 0x80 }) ?? false
        {
          let capitalised = spelling.prefix(1).uppercased() + spelling.dropFirst()
          insert(WordHash.hash(of: Array(capitalised.utf8).span), word)
        }
      }
    }
  }

  private mutating func insert(_ key: UInt32, _ classes: WordClass) {
    var slot = Int(key) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    slots[slot].key = key
    slots[slot].classes.formUnion(classes)
    known[Int(key >> 6) & 255] |= 1 << UInt64(key & 63)
  }

  /// What the word of a hash is, in constant time.
  func classes(of key: UInt32) -> WordClass {
    guard known[Int(key >> 6) & 255] >> UInt64(key & 63) & 1 == 1 else { return [] }
    var slot = Int(key) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].classes }
      slot = (slot + 1) & mask
    }
    return []
  }
}
