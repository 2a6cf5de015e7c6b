/// Words that a comparison of topics has to know: what says nothing, what says the same, what tells
/// of a quality, of a beginning, of leading. Data of English as it is used about software.
enum Vocabulary {
  /// Words that name no topic: articles, pronouns, and what any work is called.
  static let empty: Set<String> = words(
    """
    a about above after all also an and any are as at be been being best both but by can could did
    do does done each few for from further get give given had has have having he her here his how
    i if in including into is it its itself just last latter least less lot lots made make making
    many may me mine more most mostly much my myself new next no nor not now number of off old on
    one only onto or other others our ours out over own part parts per quite really same she
    should since so some such than that the their them then there these they thing things this those
    through to together too under until up upon us use used using various very via was way we well
    were what when where which while who whole whose will with within without would you your
    able around away back because before between during either ever every long main me own several
    several still thus toward towards whether yet
    instead newer older real today tomorrow yesterday
    """)

  /// Words for work itself, which every topic shares.
  static let work: Set<String> = words(
    """
    ability activity activities add added adding addition approach area areas aspect aspects base
    basic build building built bug bugs change changes cleanup code codebase commit commits
    contribute contributed contribution contributions contributor create created creating creation
    current cycle day days deliver delivered design designed designing develop developed developer
    developers developing development different effort efforts enhancement enhancements experience
    extend extended feature features first fix fixed fixes fixing focus focused focusing following
    full future general good great group help helped helping idea ideas implement implementation
    implemented implementing implements improve improved improvement improvements improving initial
    initially initiative initiatives introduce introduced involve involved involvement issue issues
    item items key large led lead leading maintain maintained maintaining major minor member
    members month months overall patch patches people piece pieces plan planned planning plus
    problem problems project projects propose proposed provide provided providing release releases
    releasing replacement review reviewed reviewing reviews second several significant small solution
    solutions start started starting stuff support supported supporting task tasks team teams third
    time times tool tools topic topics update updated updates upstream version versions week weeks
    work worked working works year years integration integrate integrating integrated deprecation
    deprecate deprecated deprecating removal remove removed removing refactor refactored refactoring
    rework reworked rewrite rewriting code series progress
    """)

  /// Verbs of doing and words around them, which a whole clause has and a noun phrase seldom.
  static let doing: Set<String> = words(
    """
    wrote write written writing took take taken taking kept keep keeping ran run running brought bring
    bringing put putting set setting became become becoming went going got getting like being let
    """)

  /// Months, languages, systems, protocols and trades: what work is dated by and done with.
  static let means: Set<String> = words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday spring summer autumn fall winter present
    ada awk bash basic c cobol clojure css csharp dart elixir erlang fortran go golang groovy haskell
    html java javascript json julia kotlin lisp lua matlab ocaml pascal perl php prolog python ruby
    rust scala scheme shell smalltalk sql swift tcl typescript xml yaml
    aix android bsd debian fedora freebsd gnu hpux ios irix linux macos netbsd openbsd posix redhat
    rhel solaris sunos ubuntu unix vms windows
    amqp api apis arp bgp cgi cli cpu dhcp dkim dns ftp gpu gui http https icmp imap ios ip ipc ipv4
    ipv6 ipsec ldap mac mx nat nfs nntp ntp os ospf pop pop3 posix ram rest rpc rsa scsi sdk smb smtp
    snmp ssh ssl tcp tls udp ui uri url usb ux vlan vpn wifi www
    apache cvs db docker git github gitlab irc jenkins jira memcached mercurial mysql nginx nosql
    oracle postgres postgresql rcs redis sccs sqlite subversion svn vagrant
    agile kanban scrum waterfall engineering internet management marketing operations sales usenet web
    bachelor master phd msc bsc mba english german french spanish usa uk eu
    """)

  /// Groups of words that stand for one thing in names of software; any of a group stands for it.
  static let synonyms: [[String]] = [
    ["database", "db"], ["documentation", "docs", "doc"], ["performance", "perf"],
    ["authentication", "auth", "authn"], ["authorization", "authz"],
    ["configuration", "config", "conf"], ["repository", "repo"], ["kubernetes", "k8s"],
    ["administration", "admin"], ["internationalization", "i18n"], ["localization", "l10n"],
    ["environment", "env"], ["library", "lib"], ["message", "msg"], ["notification", "notify"],
    ["specification", "spec"], ["certificate", "cert"], ["continuous integration", "ci"],
    ["virtual machine", "vm"], ["operating system", "os"], ["javascript", "js"],
    ["python3", "py3"], ["application", "app"], ["synchronization", "sync"],
    ["initialization", "init"], ["utilities", "utils"], ["experience", "exp"],
    ["remote procedure call", "rpc"], ["load balancer", "lb", "lbaas"], ["firewall", "fwaas"],
    ["bare metal", "baremetal"], ["mailing list", "list"], ["unit test", "unittest"],
    ["block storage", "volume"], ["quality assurance", "qa"], ["technical committee", "tc"],
  ]

  /// Qualities that work can be said to have improved, each with the words that tell of it.
  static let qualities: [(name: String, words: Set<String>)] = [
    (
      "performance",
      stems(
        """
        performance performant perf fast faster speed speedup slow slowness latency throughput
        optimize optimization optimise efficient efficiency
        """)
    ),
    ("stabilization", stems("stabilization stabilize stabilise stable stability robustness")),
    ("scalability", stems("scalable scalability scale scaling")),
    ("security", stems("security secure vulnerability hardening hardened")),
    ("usability", stems("usability usable accessibility")),
    ("test coverage", stems("coverage")),
  ]

  /// Words that tell of a beginning.
  static let origin = stems(
    "beginning begin inception launch launched outset founding founded inaugural birth start")

  /// Verbs that say something was begun.
  static let starting = stems(
    """
    start started starting initiate initiated found founded create created begin began launch
    launched introduce introduced originate originated pioneer pioneered kicked first
    """)

  /// What is done to a thing that is there, each deed with the words that tell of it.
  static let deeds: [Set<String>] = [
    stems(
      """
      refactor refactored refactoring rework reworked reworking rewrite rewrote rewritten rewriting
      rearchitect restructure restructured redesign redesigned
      """),
    stems("convert converted converting conversion port ported porting migrate migrated migration"),
    stems("deprecate deprecated deprecating deprecation remove removed removing removal"),
    stems("rename renamed renaming replace replaced replacing replacement"),
    stems("split splitting move moved moving"), stems("simplify simplified simplifying"),
    stems("document documented documenting documentation docs"),
  ]

  /// Words by which a subject says that the work is on the writing of the code, not on what it does.
  static let chores = stems(
    """
    typo typos whitespace pep8 reformat reindent indentation flake8 pyflakes pylint spelling
    misspelling misspelled copyright
    """)

  /// Words for people, for what they meet over and for what befalls them: whatever they are named with,
  /// they are not work on it.
  static let gathering: Set<String> = words(
    """
    group groups team teams issue issues problem problems people member members idea ideas
    community communities user users operator operators meeting meetings session sessions summit
    discussion discussions process processes priority priorities schedule schedules deployment
    deployments blueprint blueprints ticket tickets
    """)

  /// Nouns that say of what shape the thing before them is, and which others leave out.
  static let shapes: Set<String> = words(
    "engine facility framework functionality logic machinery mechanism subsystem system")

  /// Words that are one thing with a noun of shape.
  static let shaped: Set<String> = words("expert file files game operating type types window")

  /// Nouns of work that say of what kind the noun after them is: "feature requests", "bug triage".
  static let kinds: Set<String> = words(
    """
    bug build change code commit cycle design development feature issue plan release review support
    team tool update upstream version
    """)

  /// Articles, prepositions and conjunctions.
  static let joining: Set<String> = words(
    """
    a an the of for to in into on onto at by from with within and or our its my their this that
    """)

  /// Verbs of what is done by talking, reading and arranging, which commits show in part at most.
  static let talking = stems(
    """
    discuss discussed discussing discussion discussions review reviewed reviewing reviews mentor
    mentored mentoring communicate communicated communicating communication organize organized
    organise organised organizing coordinate coordinated coordinating coordination consult consulted
    meeting meetings session sessions advise advised speak spoke inform informed
    plan planned planning triage triaged negotiate advocate advocated advocating represent
    politics agreed collaborate collaborated collaborating
    """)

  /// Words that claim leading, which commits do not show.
  static let leading = stems("leader leaders leadership manager management managing ptl chair")

  /// Nouns that a title is built on.
  static let titleHeads: Set<String> = words(
    """
    engineer architect director manager developer lead leader president officer analyst scientist
    consultant administrator programmer professor lecturer intern fellow founder cofounder chair
    maintainer head coordinator specialist researcher designer evangelist advocate strategist
    technologist supervisor owner ceo cto cio coo vp ptl sre contractor liaison core member
    """)

  /// The same as stems.
  static let titleStems = Set(titleHeads.map(WordStem.of))

  /// Words that say how high a title ranks.
  static let ranks: Set<String> = [
    "senior", "junior", "principal", "staff", "lead", "chief", "associate", "assistant",
    "distinguished", "deputy", "vice",
  ]

  /// Shortened words of titles, and what they stand for.
  static let titleShort: [String: String] = [
    "sr": "senior", "snr": "senior", "jr": "junior", "eng": "engineer", "dev": "developer",
    "mgr": "manager", "dir": "director", "vp": "vicepresident", "svp": "seniorvicepresident",
    "assoc": "associate", "asst": "assistant", "prin": "principal", "sw": "software",
    "admin": "administrator", "arch": "architect",
  ]

  /// Titles that go by their initials.
  static let titleInitials: [(long: [String], short: String)] = [
    (["project", "team", "lead"], "ptl"), (["project", "technical", "lead"], "ptl"),
    (["program", "technical", "lead"], "ptl"), (["programme", "technical", "lead"], "ptl"),
    (["chief", "executive", "officer"], "ceo"), (["chief", "technology", "officer"], "cto"),
    (["chief", "technical", "officer"], "cto"), (["chief", "information", "officer"], "cio"),
    (["chief", "operating", "officer"], "coo"), (["vice", "president"], "vicepresident"),
    (["site", "reliability", "engineer"], "sre"),
  ]

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func stems(_ list: String) -> Set<String> {
    Set(words(list).map(WordStem.of))
  }
}
