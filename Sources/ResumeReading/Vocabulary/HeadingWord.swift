/// Words by which a title is told from an organisation and both from a place.
enum HeadingWord {
  /// How much a phrase looks like a title held, or for education like a degree; 0 for not at all.
  static func titleScore(_ phrase: String, in section: Resume.Entry.Section) -> Int {
    let words = PlainLetters.words(phrase)
    guard !words.isEmpty, words.count <= 14 else { return 0 }
    let vocabulary = section == .education ? degrees : titles
    if section != .education, joinedTitles.contains(where: phrase.contains) { return 3 }
    let found = words.filter { word in
      vocabulary.contains(word)
        // Compounds in German, Dutch and the Scandinavian languages end in the deciding word.
        || section != .education
          && compoundEndings.contains { word.count > $0.count && word.hasSuffix($0) }
    }.count
    if found == 0 { return 0 }
    // "Software Engineer II" ends in its title, "Director of Software" begins with it.
    let last = words.last { !ranks.contains($0) } ?? ""
    return found * 2 + (vocabulary.contains(last) ? 1 : 0) + (vocabulary.contains(words[0]) ? 1 : 0)
  }

  /// How much a phrase looks like an organisation, or for education like a school; 0 for not at all.
  static func organisationScore(_ phrase: String, in section: Resume.Entry.Section) -> Int {
    let words = PlainLetters.words(phrase)
    guard !words.isEmpty else { return 0 }
    let vocabulary = section == .education ? schools : organisations
    var score = words.count { vocabulary.contains($0) } * 2
    if section != .education { score += words.count { trades.contains($0) } }
    if section == .education {
      score += words.contains { word in schoolEndings.contains { word.hasSuffix($0) } } ? 2 : 0
    }
    if joinedNames.contains(where: phrase.contains) { score += 2 }
    if phrase.contains(".com") || phrase.contains(".io") || phrase.contains(".org") { score += 2 }
    return score
  }

  /// True for a folded word that names a degree: "msc", "bachelor".
  static func isDegree(_ word: String) -> Bool {
    degrees.contains(word) && !subjects.contains(word)
  }

  /// True for the short words that belong to a firm's name behind a comma ("Acme, Inc.").
  static func isLegalForm(_ phrase: String) -> Bool {
    legalForms.contains(PlainLetters.words(phrase).joined())
  }

  /// True for what stands in brackets inside a firm's name or a degree.
  static func standsInBrackets(_ phrase: String) -> Bool {
    ["pty", "pvt", "hons", "honours", "uk", "hk"].contains(PlainLetters.words(phrase).joined())
  }

  /// True for words of four letters and more that end with a full stop of their own.
  static func isAbbreviated(_ word: String) -> Bool {
    isLegalForm(word)
      || ["dept", "univ", "dipl", "prof", "assoc", "asst", "engr", "intl", "tech"]
        .contains(PlainLetters.fold(word))
  }

  /// True for a heading that only says when what it gathers was ("Earlier roles").
  static func gathersOnly(_ phrase: String) -> Bool {
    let words = PlainLetters.words(phrase)
    return !words.isEmpty && words.count <= 4 && words.contains { times.contains($0) }
      && words.allSatisfy { times.contains($0) || kinds.contains($0) }
  }

  private static let times: Set<String> = [
    "earlier", "previous", "prior", "past", "former", "other", "additional", "early", "older",
    "selected", "fruhere", "autres", "anteriores", "current",
  ]
  private static let kinds: Set<String> = [
    "roles", "role", "positions", "posts", "jobs", "experience", "experiences", "career", "work",
    "employment", "employers", "history", "and", "stationen", "tatigkeiten",
  ]

  private static let ranks: Set<String> = [
    "i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "5", "sr", "jr",
  ]

  /// Words that firms are named for and titles speak of, too.
  private static let trades: Set<String> = [
    "systems", "technologies", "technology", "network", "networks", "solutions", "software",
    "services",
    "media", "communications", "international", "global", "industries", "hosting", "cloud",
    "energy",
    "capital", "council", "school", "hospital", "insurance", "consulting",
  ]

  private static let legalForms: Set<String> = [
    "inc", "llc", "ltd", "corp", "co", "plc", "gmbh", "ag", "sa", "srl", "bv", "nv", "oy", "ab",
    "as",
    "sarl", "sas", "pty", "ptyltd", "coltd", "limited", "incorporated", "lp", "llp", "kg", "spa",
  ]

  private static let titles: Set<String> = words(
    """
    engineer developer programmer manager director architect consultant analyst intern lead leader head
    chief officer president vp svp evp cto ceo cio coo cfo founder cofounder owner partner principal
    administrator admin sysadmin devops sre scientist researcher professor lecturer instructor teacher
    tutor assistant associate fellow specialist technician operator designer editor writer author
    coordinator supervisor executive representative advisor adviser evangelist advocate maintainer
    contributor committer freelancer freelance contractor trainee apprentice student postdoc
    staff tester qa supporter webmaster hacker journalist translator nurse secretary clerk cashier
    counselor counsellor mentor trainer speaker coach liaison organizer organiser chair chairman chairperson treasurer volunteer member strategist
    technologist sysop rapporteur moderator planner buyer accountant auditor attorney lawyer paralegal physician pharmacist therapist
    dba pm cofondateur barista server salesman trustee reviewer counsel producer recruiter
    ingenieur entwickler entwicklerin programmierer leiter leiterin geschaftsfuhrer berater beraterin
    mitarbeiter mitarbeiterin praktikant praktikantin werkstudent werkstudentin architekt architektin assistent assistentin techniker lehrling
    informatiker informatikerin fachinformatiker administratorin projektleiter projektleiterin
    softwareentwickler softwareentwicklerin teamleiter teamleiterin abteilungsleiter sachbearbeiter
    dozent hilfskraft doktorand redakteur
    ingenieure developpeur developpeuse chef responsable directeur directrice gerant stagiaire
    consultante conseiller charge chargee technicien technicienne administrateur architecte
    chercheur enseignant apprenti alternant
    ingeniero ingeniera desarrollador desarrolladora programador programadora director directora
    gerente jefe jefa responsable analista consultor consultora becario becaria tecnico tecnica
    administrador administradora arquitecto investigador profesor ayudante
    ingegnere sviluppatore sviluppatrice programmatore direttore responsabile consulente tirocinante
    tecnico ricercatore professore stagista capo sistemista
    engenheiro engenheira desenvolvedor desenvolvedora estagiario estagiaria coordenador arquiteto
    pesquisador professora
    ontwikkelaar beheerder directeur adviseur stagiair ingenieur leidinggevende onderzoeker
    utvecklare ingenjor chef konsult praktikant udvikler ingenior konsulent utvikler leder
    programista inzynier kierownik stazysta konsultant specjalista administrator
    vyvojar programator inzenyr vedouci spravce
    разработчик программист инженер менеджер руководитель директор аналитик администратор
    архитектор стажер консультант специалист ведущий
    muhendis gelistirici yonetici uzman stajyer mudur danisman yazilimci
    """)

  /// Titles and firms' forms in scripts that part no words.
  private static let joinedTitles = [
    "エンジニア", "開発者", "マネージャー", "部長", "課長", "取締役", "主任", "工程师", "经理", "实习生", "架构师",
    "总监", "主管", "程序员", "개발자", "엔지니어",
  ]
  private static let joinedNames = [
    "株式会社", "合同会社", "有限会社", "公司", "集团", "大学", "学院", "주식회사", "학교",
  ]

  private static let compoundEndings = [
    "entwickler", "entwicklerin", "leiter", "leiterin", "ingenieur", "berater", "beraterin",
    "programmierer", "mitarbeiter", "administrator", "architekt", "ontwikkelaar", "beheerder",
    "utvecklare", "udvikler", "utvikler", "ingenjor", "konsult", "techniker", "meister", "manager",
  ]

  private static let organisations: Set<String> = words(
    """
    inc llc ltd corp corporation company co plc gmbh ag sa srl bv nv oy ab aps pty limited incorporated
    group holdings labs laboratories laboratory
        partners ventures studios studio bank
    university college institute foundation association agency ministry department
     telecom enterprises
    airlines motors pharmaceuticals society trust consortium ventures
    kg ev universitat hochschule verlag stadtwerke werke sparkasse versicherung fachhochschule
    banque societe universite laboratoire ministere mairie agence
    banco empresa universidad ministerio grupo ayuntamiento
    banca azienda universita gruppo
    ооо оао зао ао компания банк университет институт группа
    """)

  private static let degrees: Set<String> = words(
    """
    bachelor bachelors master masters phd ph doctor doctorate doctoral mba bsc msc ba ma bs ms beng meng
    btech mtech be me bcs mcs bba llb jd md dphil mphil associate diploma degree certificate minor
    major honours hons diplom magister abitur matura vordiplom staatsexamen promotion
    fachabitur diplome licence maitrise doctorat baccalaureat bac dut bts deug ingenieur
    certificacion diplomado certification licenciatura licenciado grado bachiller doctorado ingenieria tecnico
    laurea dottorato maturita magistrale triennale mestrado doutorado graduacao bacharelado
    doctoraal kandidat kandidatexamen civilingenjor maisteri kandidaatti magisterium inzynier licencjat
    бакалавр магистр специалист кандидат диплом lisans yuksek doktora
    学士 修士 博士 本科 硕士 학사 석사 science arts engineering gcse hnd hnc btec
    """)

  /// Words that stand in degrees and in subjects alike, and decide nothing alone.
  private static let subjects: Set<String> = [
    "science", "arts", "engineering", "ingenieria", "minor", "major", "promotion",
  ]

  private static let schools: Set<String> = words(
    """
    university college institute school academy polytechnic mit eth epfl caltech ucla usc
    universitat hochschule fachhochschule technische gymnasium schule realschule berufsschule tu fh
    universite ecole lycee institut insa iut faculte sorbonne polytechnique
    universidad instituto escuela colegio facultad universita politecnico liceo istituto scuola
    universidade faculdade escola universiteit hogeschool universitet universitetet hogskola hogskolan
    tekniska yliopisto korkeakoulu uniwersytet politechnika univerzita vysoke egyetem
    университет институт академия школа гимназия universitesi lisesi 大学 高校 학교 대학교 大學
    conservatory seminary bootcamp coursera udacity
    """)

  private static let schoolEndings = [
    "universitat", "hochschule", "schule", "gymnasium", "universiteit", "skola",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { PlainLetters.fold(String($0)) })
  }
}
