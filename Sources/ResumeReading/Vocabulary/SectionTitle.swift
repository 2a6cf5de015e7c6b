/// What a heading announces.
enum SectionKind: Sendable, Hashable {
  /// Dated entries of a kind.
  case entries(Resume.Entry.Section)
  /// Groups of skills.
  case skills
  /// A paragraph on the person.
  case summary
  /// Ways to reach the person.
  case contact
  /// A list, under the JSON property it stands for.
  case list(property: String)
}

/// The titles of a résumé's sections, in the languages résumés are met in.
enum SectionTitle {
  /// The kind of section a title announces when it is one of the usual ones, whole; nil otherwise.
  static func kind(exactly title: String) -> SectionKind? { phrases[normal(title)] }

  /// The kind a longer title announces by a word in it ("Selected work experience at startups").
  static func kind(looselyBy title: String) -> SectionKind? {
    if let kind = kind(exactly: title) { return kind }
    // Where no spaces part words, a title may hold the telling one anywhere.
    if let kind = inner.first(where: { title.contains($0.word) })?.kind, !title.hasSuffix("書") {
      return kind
    }
    let words = normal(title).split(separator: " ").map(String.init)
    guard words.count <= 7 else { return nil }
    // "Education and experience" is about both; the word that stands first decides.
    for word in words {
      if let kind = loneWords[word] { return kind }
    }
    return nil
  }

  /// The telling words of titles in scripts that part no words.
  private static let inner: [(word: String, kind: SectionKind)] = [
    ("職務要約", .summary), ("自己PR", .summary), ("自我评价", .summary), ("个人简介", .summary),
    ("職歴", .entries(.work)), ("職務経歴", .entries(.work)), ("工作经历", .entries(.work)),
    ("工作经验", .entries(.work)), ("工作經歷", .entries(.work)), ("实习经历", .entries(.work)),
    ("경력", .entries(.work)), ("学歴", .entries(.education)), ("教育", .entries(.education)),
    ("학력", .entries(.education)), ("项目经", .entries(.projects)), ("項目經", .entries(.projects)),
    ("スキル", .skills), ("技能", .skills), ("技术栈", .skills), ("基本情報", .contact),
    ("联系方式", .contact), ("个人信息", .contact), ("基本信息", .contact),
    ("資格", .list(property: "certificates")), ("受賞", .list(property: "awards")),
  ]

  /// True for one word that is a section's title wherever it stands alone.
  static func isTelling(_ title: String) -> Bool { loneWords[normal(title)] != nil }

  /// A title's words, folded, without numbering and articles.
  private static func normal(_ title: String) -> String {
    PlainLetters.words(title.replacing("&", with: " and "))
      .filter { word in
        !["my", "the", "and", "und", "et", "y", "e", "en", "a", "of", "de"].contains(word)
          && !word.allSatisfy(\.isNumber)
      }
      .joined(separator: " ")
  }

  private static let phrases: [String: SectionKind] = table(
    (
      .entries(.work),
      """
      experience|work experience|professional experience|employment|employment history|work history|
      career|career history|career summary and experience|professional background|job history|jobs|
      work|positions|positions held|relevant experience|industry experience|professional history|
      employment experience|experience and employment|work and experience|previous employment|
      other experience|additional experience|earlier experience|selected experience|past positions|
      technical experience|engineering experience|career experience|consulting experience|
      teaching experience|research experience|academic experience|internships|internship experience|
      professional career|work and career|what i have done|where i have worked|where i ve worked|where i have been|where i ve been|
      places worked|job experience|work so far|jobs held|industry|
      current position|previous positions|academic positions|academic appointments|
      appointments|professional appointments|professional positions|teaching|
      berufserfahrung|beruflicher werdegang|berufspraxis|werdegang|praktische erfahrung|
      berufliche laufbahn|praktika|arbeitserfahrung|berufliche erfahrung|erfahrung|
      experience professionnelle|experiences professionnelles|experiences|parcours professionnel|
      parcours|emplois|stages|
      experiencia laboral|experiencia profesional|experiencia|trayectoria profesional|
      historial laboral|
      esperienza lavorativa|esperienze lavorative|esperienza professionale|
      esperienze professionali|esperienza|esperienze|
      experiencia profissional|historico profissional|
      werkervaring|ervaring|loopbaan|arbeitslivserfaring|erfaring|arbejdserfaring|
      erhvervserfaring|arbetslivserfarenhet|erfarenhet|yrkeserfarenhet|tyokokemus|
      doswiadczenie|doswiadczenie zawodowe|pracovni zkusenosti|praxe|munkatapasztalat|
      опыт работы|опыт|опыт роботы|профессиональный опыт|трудовой опыт|история занятости|места работы|
      experiencias profesionales|actividades anteriores|situacion profesional actual|
      autres experiences|past experience|current positions|recent experience|professional work experience|
      is deneyimi|deneyim|職歴|職務経歴|工作经历|工作经验|경력
      """
    ),
    (
      .entries(.education),
      """
      education|academic background|education training|education certifications|studies|schooling|
      academic qualifications|educational background|academic history|degrees|training education|
      qualifications education|
      ausbildung|studium|bildungsweg|schulbildung|bildung|akademische ausbildung|
      ausbildung studium|studium ausbildung|
      formation|formations|etudes|diplomes|formation academique|formation diplomes|cursus|
      educacion|formacion|formacion academica|estudios|
      istruzione|formazione|istruzione formazione|studi|formacao|formacao academica|educacao|
      opleiding|opleidingen|onderwijs|utdanning|utbildning|uddannelse|koulutus|
      wyksztalcenie|edukacja|vzdelani|tanulmanyok|образование|diplomes formations|formations diplomes|otra formacion academica|
      otra formacion|formacion complementaria|education certification|egitim|学歴|教育背景|教育经历|학력
      """
    ),
    (
      .entries(.volunteer),
      """
      volunteer|volunteering|volunteer experience|volunteer work|voluntary work|community|
      community involvement|community service|volunteer activities|ehrenamt|
      ehrenamtliche tatigkeiten|ehrenamtliches engagement|engagement|benevolat|voluntariado|
      volontariato|vrijwilligerswerk|frivilligt arbejde
      """
    ),
    (
      .entries(.projects),
      """
      projects|personal projects|side projects|selected projects|open source|open source projects|
      open source work|open source contributions|open source software|open source projects publications|free software|software|
      key projects|notable projects|portfolio|
      projekte|eigene projekte|projets|projets personnels|proyectos|progetti|projetos|projecten|
      projekt|projekty|проекты
      """
    ),
    (
      .skills,
      """
      skills|technical skills|skill set|skillset|skills tools|technologies|technical expertise|
      core competencies|competencies|expertise|core skills|key skills|skills summary|
      technical proficiencies|areas expertise|tools|tools technologies|technical knowledge|
      computer skills|programming languages|languages technologies|technical summary|tech stack|
      skills technologies|technical skills tools|skills expertise|it skills|knowledge|toolbox|
      professional skills|specialties|technical competencies|proficiencies|
      kenntnisse|fahigkeiten|kompetenzen|edv kenntnisse|it kenntnisse|fachkenntnisse|
      technische kenntnisse|kenntnisse fahigkeiten|
      competences|competences techniques|savoir faire|habilidades|competencias|aptitudes|
      conocimientos|competenze|competenze tecniche|capacita|vaardigheden|ferdigheter|fardigheter|
      kompetencer|taidot|umiejetnosci|dovednosti|keszsegek|навыки|ключевые навыки|умения|
      beceriler|スキル|技能|专业技能|기술
      """
    ),
    (
      .summary,
      """
      summary|professional summary|profile|about|about me|objective|career objective|
      background|goal|goals|mission|
      executive summary|personal profile|personal statement|overview|introduction|bio|biography|
      career summary|summary qualifications|professional profile|who i am|career profile|
      profil|uber mich|kurzprofil|zusammenfassung|personliches profil|
      propos|profil professionnel|resume professionnel|
      perfil|perfil profesional|sobre mi|resumen|profilo|profilo personale|sommario|resumo|perfil profissional|sobre mim|
      profiel|over mij|om mig|profilni|podsumowanie|обо мне|о себе|hakkimda|自己紹介|自我评价|소개
      """
    ),
    (
      .contact,
      """
      contact|contact information|contact details|contact info|personal details|personal information|
      personal data|personal|personliche daten|kontakt|kontaktdaten|zur person|coordonnees|
      informations personnelles|contacto|datos personales|contatti|dati personali|contato|
      dados pessoais|contactgegevens|persoonlijke gegevens|links|контакты|kisisel bilgiler|get in touch
      """
    ),
    (
      .list(property: "highlights"),
      """
      highlights|career highlights|key highlights|professional highlights|qualifications|
      key qualifications|summary highlights|core strengths|strengths|starken|puntos destacados
      """
    ),
    (
      .list(property: "accomplishments"),
      """
      accomplishments|other accomplishments|achievements|key achievements|key accomplishments|
      selected accomplishments|selected achievements|contributions|professional accomplishments|
      notable accomplishments|career accomplishments|career achievements|erfolge|realisations|
      logros|risultati|conquistas|patents|patente|brevets|patentes
      """
    ),
    (
      .list(property: "awards"),
      """
      awards|honors|honors awards|awards honors|honours|honours awards|awards recognition|recognition|
      scholarships|prizes|grants|auszeichnungen|preise|stipendien|prix|distinctions|premios|premi|
      premios reconocimientos|onderscheidingen|utmarkelser|nagrody|награды|grants awards|fellowships
      """
    ),
    (
      .list(property: "certificates"),
      """
      certificates|certifications|licenses certifications|licenses|professional certifications|
      training|courses|courses certifications|certifications training|training certifications|
      zertifikate|zertifizierungen|qualifikationen|weiterbildung|weiterbildungen|fortbildungen|certificats|
      certificaciones|cursos|certificazioni|certificacoes|certificaten|cursussen|kurser|
      sertifikater|certyfikaty|kursy|сертификаты|курсы|sertifikalar|資格|证书
      """
    ),
    (
      .list(property: "publications"),
      """
      publications|selected publications|papers|talks|presentations|talks presentations|conferences|
      speaking|public speaking|conference talks|publications talks|writing|articles|books|
      publikationen|veroffentlichungen|vortrage|conferences publications|publicaciones|
      pubblicazioni|publicacoes|publicaties|publikationer|publikacje|публикации|yayinlar|invited talks|
      publications presentations
      """
    ),
    (
      .list(property: "languages"),
      """
      languages|spoken languages|human languages|natural languages|language skills|sprachen|sprachkenntnisse|
      langues|idiomas|lingue|linguas|talen|sprog|sprak|kielet|jezyki|jezyki obce|jazyky|nyelvek|
      языки|владение языками|diller|yabanci diller|語学|语言|언어
      """
    ),
    (
      .list(property: "interests"),
      """
      interests|hobbies|hobbies interests|interests hobbies|other interests|personal interests|activities|
      leisure|outside work|fun|interessen|freizeit|interets|centres d'interet|centres d interet|
      loisirs|intereses|aficiones|interessi|interesses|hobbys|hobby|fritid|zainteresowania|
      увлечения|интересы|ilgi alanlari|趣味|兴趣爱好
      """
    ),
    (
      .list(property: "references"),
      """
      references|referees|recommendations|testimonials|referenzen|referencias|referenze|referenties|
      referanser|referencje|рекомендации|referanslar
      """
    )
  )

  private static let loneWords: [String: SectionKind] = [
    "experience": .entries(.work), "employment": .entries(.work),
    "berufserfahrung": .entries(.work),
    "experiences": .entries(.work), "experiencia": .entries(.work),
    "experiencias": .entries(.work), "esperienza": .entries(.work),
    "esperienze": .entries(.work), "опыт": .entries(.work), "образование": .entries(.education),
    "educacion": .entries(.education), "formacion": .entries(.education),
    "formations": .entries(.education), "studium": .entries(.education),
    "proyectos": .entries(.projects), "проекты": .entries(.projects), "навыки": .skills,
    "habilidades": .skills, "conocimientos": .skills, "fahigkeiten": .skills,
    "idiomas": .list(property: "languages"),
    "sprachen": .list(property: "languages"), "langues": .list(property: "languages"),
    "education": .entries(.education), "ausbildung": .entries(.education),
    "formation": .entries(.education), "volunteer": .entries(.volunteer),
    "volunteering": .entries(.volunteer), "projects": .entries(.projects),
    "projekte": .entries(.projects), "projets": .entries(.projects), "skills": .skills,
    "competencies": .skills, "technologies": .skills, "expertise": .skills,
    "proficiencies": .skills, "kenntnisse": .skills, "competences": .skills,
    "summary": .summary, "profile": .summary, "objective": .summary,
    "highlights": .list(property: "highlights"),
    "accomplishments": .list(property: "accomplishments"),
    "achievements": .list(property: "accomplishments"),
    "contributions": .list(property: "accomplishments"),
    "patents": .list(property: "accomplishments"),
    "awards": .list(property: "awards"), "honors": .list(property: "awards"),
    "honours": .list(property: "awards"), "certifications": .list(property: "certificates"),
    "certificates": .list(property: "certificates"), "courses": .list(property: "certificates"),
    "training": .list(property: "certificates"), "publications": .list(property: "publications"),
    "talks": .list(property: "publications"), "presentations": .list(property: "publications"),
    "papers": .list(property: "publications"), "languages": .list(property: "languages"),
    "interests": .list(property: "interests"), "hobbies": .list(property: "interests"),
    "references": .list(property: "references"),
  ]

  private static func table(_ rows: (SectionKind, String)...) -> [String: SectionKind] {
    var table: [String: SectionKind] = [:]
    for (kind, phrases) in rows {
      for phrase in phrases.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
        let key = normal(String(phrase))
        if !key.isEmpty, table[key] == nil { table[key] = kind }
      }
    }
    return table
  }
}
