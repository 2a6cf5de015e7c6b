import ResumeReading
import Testing

@Suite("Headings of entries")
struct EntryHabitTests {
  /// A section of positions, and each as `name | title | place | start–end`, `…` for what goes on.
  static let cases: [(habit: String, text: String, entries: [String])] = [
    (
      "everything on one line, title first",
      "Senior Engineer, Acme Corp, Berlin, Oct 2014 – Present\n- Did this.\n",
      ["Acme Corp | Senior Engineer | Berlin | 2014-10–…"]
    ),
    (
      "title at employer, dates below",
      "### Backend Developer @ Sample Pay\n**Jan 2020 - Present** | Remote\n- Did this.\n",
      ["Sample Pay | Backend Developer | Remote | 2020-01–…"]
    ),
    (
      "employer and total dates above several titles",
      "Example Machines Corporation, Troy, NY      1998 - present\nStaff Member (2010 - present)\n"
        + " - Led this.\nSoftware Engineer (1998 - 2010)\n - Wrote that.\n",
      [
        "Example Machines Corporation | Staff Member | Troy, NY | 2010–…",
        "Example Machines Corporation | Software Engineer | Troy, NY | 1998–2010",
      ]
    ),
    (
      "employer in bold, titles in italics below it",
      "**Sample Search**, Austin, TX\n*Staff Engineer* — May 2017–Present\n- Led this.\n\n"
        + "*Senior Engineer* — Aug 2013–May 2017\n- Wrote that.\n",
      [
        "Sample Search | Staff Engineer | Austin, TX | 2017-05–…",
        "Sample Search | Senior Engineer | Austin, TX | 2013-08–2017-05",
      ]
    ),
    (
      "an employer in bold after the second post of another",
      "**Sample Search**, Austin, TX\n\n*Staff Engineer*, May 2017 to present\n\n- Led this.\n\n"
        + "*Senior Engineer*, Aug 2013 to April 2017\n\n- Wrote that.\n\n"
        + "**Widget Works**\n\n*Clerk*, Jan 2010 to June 2012\n",
      [
        "Sample Search | Staff Engineer | Austin, TX | 2017-05–…",
        "Sample Search | Senior Engineer | Austin, TX | 2013-08–2017-04",
        "Widget Works | Clerk |  | 2010-01–2012-06",
      ]
    ),
    (
      "dates, a colon, title at employer",
      "2018 - now: CTO at Beispiel GmbH (Berlin)\n\n* Led.\n\n2014 - 2018: Developer at Foo AG (Munich)\n",
      ["Beispiel GmbH | CTO | Berlin | 2018–…", "Foo AG | Developer | Munich | 2014–2018"]
    ),
    (
      "labels in front of everything",
      "Company: Example Cloud Co., Ltd.\nPosition: Senior R&D Engineer\nPeriod: 2018.07 - Present\n"
        + "Description:\n1. Did this.\n",
      ["Example Cloud Co., Ltd. | Senior R&D Engineer |  | 2018-07–…"]
    ),
    (
      "a table",
      "| Dates | Company | Role |\n|---|---|---|\n| 2019 – present | Acme Cloud | SRE |\n"
        + "| 2015 – 2019 | Widget Inc. | Sysadmin |\n",
      ["Acme Cloud | SRE |  | 2019–…", "Widget Inc. | Sysadmin |  | 2015–2019"]
    ),
    (
      "academic posts without text, one a line",
      "Professor, Department of Examples, Example University, 2015-present\n"
        + "Assistant Professor, Sample College, 2003-2009\n",
      [
        "Example University | Professor, Department of Examples |  | 2015–…",
        "Sample College | Assistant Professor |  | 2003–2009",
      ]
    ),
    (
      "earlier posts as a list under a heading of their own",
      "### Acme | Engineer\n##### *2012 – 2016*\n- Did this.\n\n### Earlier\n* 2008–2012: Developer, Sample Phones, Athlone\n",
      ["Acme | Engineer |  | 2012–2016", "Sample Phones | Developer | Athlone | 2008–2012"]
    ),
    (
      "work of one's own between employers",
      "### Acme Inc.\n#### Engineer\n2014 – 2016\n- Did this.\n\n### Freelance Developer\n2012 – 2014\n- Did that.\n",
      ["Acme Inc. | Engineer |  | 2014–2016", " | Freelance Developer |  | 2012–2014"]
    ),
    (
      "a title that is a trade's name, with a rank",
      "Example Robots Inc., San Diego, CA\nSoftware Engineer II, 06/2018 to 12/2021\nSoftware Engineer I, 06/2016 to 06/2018\n* Did this.\n",
      [
        "Example Robots Inc. | Software Engineer II | San Diego, CA | 2018-06–2021-12",
        "Example Robots Inc. | Software Engineer I | San Diego, CA | 2016-06–2018-06",
      ]
    ),
    (
      "bold labels with hard breaks",
      "**Period:** 1 March 2015 – current  \n**Employer:** Table Data (Pty) Ltd, Cape Town  \n"
        + "**Position:** Solutions Architect  \n**Duties:**\n1. Did this.\n",
      ["Table Data (Pty) Ltd | Solutions Architect | Cape Town | 2015-03-01–…"]
    ),
    (
      "full stops between the parts",
      "Sample Chips, Ireland. Network Engineer. Sept 2013 - Nov 2017.\n- Did this.\n",
      ["Sample Chips | Network Engineer | Ireland | 2013-09–2017-11"]
    ),
    (
      "a team's name behind the title, below the employer",
      "### Example Linux Ltd. (remote) — 2016 to present\n\n**Principal Engineer, Cloud Team (2019 – present)**\n\n* Led.\n\n"
        + "**Senior Engineer (2016 – 2019)**\n\n* Wrote.\n",
      [
        "Example Linux Ltd. | Principal Engineer, Cloud Team | remote | 2019–…",
        "Example Linux Ltd. | Senior Engineer | remote | 2016–2019",
      ]
    ),
    (
      "a heading that only says when",
      "### Acme, Engineer, 2012–2016\n- Did this.\n\n### Earlier roles\n\n**Systems Engineer**, Sample Phones, 2008–2012  \n"
        + "**Helpdesk**, Example College, 2006–2008\n",
      [
        "Acme | Engineer |  | 2012–2016", "Sample Phones | Systems Engineer |  | 2008–2012",
        "Example College | Helpdesk |  | 2006–2008",
      ]
    ),
    (
      "columns, the first open",
      "2017–                   Konsult, Exempelbanken AB, Stockholm\n                        Utveckling av betalsystem.\n\n"
        + "2012–2017               Sommarjobb, Exempelfabriken, Kista\n",
      [
        "Exempelbanken AB | Konsult | Stockholm | 2017–…",
        "Exempelfabriken | Sommarjobb | Kista | 2012–2017",
      ]
    ),
    (
      "employer in bold with its town beside it, titles in bold below",
      "**Sample Search** (Graz)\n\n**Staff Engineer**\n*May 2017 – present*\n- Led this.\n\n"
        + "**Developer**\n*Aug 2013 – May 2017*\n- Wrote that.\n",
      [
        "Sample Search | Staff Engineer | Graz | 2017-05–…",
        "Sample Search | Developer | Graz | 2013-08–2017-05",
      ]
    ),
    (
      "posts indented under their employer, items under them deeper",
      "Lamp Research Institute, Smalltown\n    Engineer (Jan. 2012 - now)\n      * Led this.\n"
        + "    Intern (May 2011 - Aug. 2011)\n      * Swept that.\n",
      [
        "Lamp Research Institute | Engineer | Smalltown | 2012-01–…",
        "Lamp Research Institute | Intern | Smalltown | 2011-05–2011-08",
      ]
    ),
    (
      "dates, employer, title with its part and town between bars",
      "Aug 2016 – Present | Sample | Distinguished Engineer, Cloud | Austin, TX\n  - Led this.\n",
      ["Sample | Distinguished Engineer, Cloud | Austin, TX | 2016-08–…"]
    ),
    (
      "a heading without a date behind one with",
      "### Acme, Engineer\n2012 – 2016\n\n### Trainer at Sample Institute\n",
      ["Acme | Engineer |  | 2012–2016", "Sample Institute | Trainer |  | –"]
    ),
    (
      "dates parted by full stops, in front",
      "2019-03 .. now      Lantern Works\n                    Staff Engineer\n                    Wrote this.\n\n"
        + "2014-01 .. 2019-02  Brazier Ltd\n                    Engineer\n                    Wrote that.\n",
      [
        "Lantern Works | Staff Engineer |  | 2019-03–…",
        "Brazier Ltd | Engineer |  | 2014-01–2019-02",
      ]
    ),
    (
      "what goes on à ce jour",
      "**Lampes SA** – *Cheffe de projet* – octobre 2018 à ce jour\n- Gestion\n",
      ["Lampes SA | Cheffe de projet |  | 2018-10–…"]
    ),
    (
      "lengths of time and of weeks on lines of their own, as profiles are printed",
      "Lantern Works\n5 yrs 3 mos\n\nStaff Engineer\nFull-time\nJan 2018 - Mar 2020 · 2 yrs 3 mos\nGraz, Austria\n"
        + "Led this.\n\nEngineer\nJan 2015 - Dec 2017 · 3 yrs\nGraz, Austria\n\n"
        + "Brazier Ltd\nDeveloper\nJun 2012 - Dec 2014 · 2 yrs 7 mos\nRemote\n",
      [
        "Lantern Works | Staff Engineer | Graz, Austria | 2018-01–2020-03",
        "Lantern Works | Engineer | Graz, Austria | 2015-01–2017-12",
        "Brazier Ltd | Developer | Remote | 2012-06–2014-12",
      ]
    ),
    (
      "fields with a colon at either side",
      "Engineer\n~~~~~~~~\n:Company: Lantern Works\n:Dates: November 2016 to present\n\n* Led this.\n",
      ["Lantern Works | Engineer |  | 2016-11–…"]
    ),
    (
      "sentences below without signs",
      "*Software Engineer*, Sample Systems, 2021 to present.\nI wrote the saga engine and most of the\nupgrade machinery.\n",
      ["Sample Systems | Software Engineer |  | 2021–…"]
    ),
    (
      "leaders drawn between columns, text below in lower case",
      "2018-        Lantern Works ------------------------------ Graz, Austria\n     kernels for lamps and other small things.\n\n"
        + "2012-2018    Brazier, Inc ........................... Smalltown, OH\n     wicks for lamps and other small things.\n",
      ["Lantern Works |  | Graz, Austria | 2018–…", "Brazier, Inc |  | Smalltown, OH | 2012–2018"]
    ),
    (
      "the dates of an item on an item of their own below it",
      "- **Lantern Works**, Staff Engineer\n    - *Jul 2010 - Present*\n    - Led this.\n"
        + "- **Brazier Ltd**, Engineer\n    - *Jan 2008 - Jun 2010*\n    - Lit that.\n",
      [
        "Lantern Works | Staff Engineer |  | 2010-07–…",
        "Brazier Ltd | Engineer |  | 2008-01–2010-06",
      ]
    ),
    (
      "a remark with a date among dated items",
      "- Lantern Works – Paris – depuis 03/2013\n  - Un moteur\nFormation – de 08/2012 à 01/2013\n\n"
        + "- Brazier SA – Tours, France – de 10/2011 à 07/2012\n  - Un site\n"
        + "- Wick SARL – Lyon – de 10/2009 à 06/2011\n  - Un outil\n",
      [
        "Lantern Works |  | Paris | 2013-03–…", "Brazier SA |  | Tours, France | 2011-10–2012-07",
        "Wick SARL |  | Lyon | 2009-10–2011-06",
      ]
    ),
    (
      "a sentence on the whole above the first employer",
      "Работаю инженером с 2003 года по настоящее время\n\n### ООО \"Лампа\"\n\nС 03.2008 по настоящее время\n\n* Одно.\n",
      ["ООО \"Лампа\" |  |  | 2008-03–…"]
    ),
    (
      "parts of an entry under titles and labels of their own",
      "### Lantern Works | Staff Engineer\n_Graz | Jan 2020 - Apr 2024_\n\n**Technologies:** C, Ada, Forth, TeX\n\n"
        + "#### Responsibilities\n\n- Led this.\n\n### Brazier Ltd | Engineer\n_Graz | May 2016 - Dec 2019_\n\n"
        + "**Technologies:** Perl\n\n#### Responsibilities\n\n- Lit that.\n",
      [
        "Lantern Works | Staff Engineer | Graz | 2020-01–2024-04",
        "Brazier Ltd | Engineer | Graz | 2016-05–2019-12",
      ]
    ),
    (
      "a slash between employer and title",
      "### Lantern Works / Head of Consulting\nJan 2014 - Current\n- Led this.\n",
      ["Lantern Works | Head of Consulting |  | 2014-01–…"]
    ),
    (
      "a title in bold, its employer behind \"at\" in plain words",
      "### Sample Observatory\n*(April 2011 - September 2011) **Chief** at Dome Seven*\n\n- Led this.\n",
      ["Dome Seven | Chief |  | 2011-04–2011-09"]
    ),
    (
      "a title without employer, standing as the line before that names both",
      "### Lantern Works - Engineer (2010 - Present)\n- Led this.\n\n### County Web Manager (2002 - 2007)\n- Kept it.\n",
      ["Lantern Works | Engineer |  | 2010–…", " | County Web Manager |  | 2002–2007"]
    ),
    (
      "a part of the employer behind the title, where employers stand first",
      "### Brazier Ltd - Developer\n2014 - 2016\n- Lit that.\n\n### Wick Corp - Operator - Professional Services\n2011 - 2014\n- Ran it.\n",
      ["Brazier Ltd | Developer |  | 2014–2016", "Wick Corp | Operator |  | 2011–2014"]
    ),
    (
      "terms and what is said of them",
      "Depuis 01/2015\n:    **Ingénieur**, Lampes SA, Reims.\n\n* Une chose.\n\n2010/2011\n:    **Stagiaire**, Bougies SARL\n",
      ["Lampes SA | Ingénieur | Reims | 2015-01–…", "Bougies SARL | Stagiaire |  | 2010–2011"]
    ),
    (
      "items that begin with their dates alone, what they were on lines below",
      "* 2010 - Heute \n    Softwareentwickler bei Lampen AG \n\n    * Eine Lampe.\n\n"
        + "* 2006 - 2008\n    Mitarbeiter bei Kerzen GmbH\n    * Eine Kerze.\n",
      [
        "Lampen AG | Softwareentwickler |  | 2010–…", "Kerzen GmbH | Mitarbeiter |  | 2006–2008",
      ]
    ),
    (
      "items whose title stands on the line below",
      "- Lantern Works, Graz, Austria (Aug. 2011 - Present)\nResearch Assistant\n\nWorked on this for a long time and well.\n\n"
        + "- Brazier Ltd, Graz, Austria (May - August 2010)\nDeveloper Intern\n\nWorked on that for a long time and well.\n",
      [
        "Lantern Works | Research Assistant | Graz, Austria | 2011-08–…",
        "Brazier Ltd | Developer Intern | Graz, Austria | 2010-05–2010-08",
      ]
    ),
    (
      "a usual title that comes again under every position",
      "Engineer\nLantern Works, Inc.\n2012-2016\n\nAchievements:\n* Led this.\n\nDeveloper\nBrazier, Inc.\n2010-2012\n\n"
        + "Achievements:\n* Lit that.\n\nClerk\nWick, Inc.\n2008-2010\n\nAchievements:\n* Cut those.\n",
      [
        "Lantern Works, Inc. | Engineer |  | 2012–2016", "Brazier, Inc. | Developer |  | 2010–2012",
        "Wick, Inc. | Clerk |  | 2008–2010",
      ]
    ),
    (
      "a title in plain words that ends with \"at\", its employer in italics",
      "### May 2012 – Sept 2014: Engineer at *Bright Lamps*\n\n* Led this.\n",
      ["Bright Lamps | Engineer |  | 2012-05–2014-09"]
    ),
    (
      "positions without dates, standing as those with dates do",
      "**Consultant**, Simple Lamps (May 2018 – Present)\n\n- Led this.\n\n**Researcher**, Centre for Wicks\n\n"
        + "A long sentence that says at some length what was done there and how.\n\n**Tutor**\n\n- Taught.\n",
      [
        "Simple Lamps | Consultant |  | 2018-05–…", "Centre for Wicks | Researcher |  | –",
        " | Tutor |  | –",
      ]
    ),
    (
      "two items in bold that make one heading",
      "- **Lantern Works, September 2012 - May 2013, Graz, Austria**\n- **Engineer**\n- Led this.\n- Wrote that.\n"
        + "- **Brazier Ltd, January 2010 - May 2011, Graz, Austria**\n- **Clerk**\n- Lit this.\n- Cut that.\n",
      [
        "Lantern Works | Engineer | Graz, Austria | 2012-09–2013-05",
        "Brazier Ltd | Clerk | Graz, Austria | 2010-01–2011-05",
      ]
    ),
    (
      "a title behind a gap below employer and dates",
      "### Lantern Works (2010 - Present)\n\nStaff Engineer\n\n- Led this.\n",
      ["Lantern Works | Staff Engineer |  | 2010–…"]
    ),
    (
      "a pair of dates that the page's edge has cut",
      "Lantern Works - Engineer (November 2010 -\nPresent)\n- Led this.\n\nBrazier Ltd - Developer, March 2007 - November\n2010\n- Lit that.\n",
      [
        "Lantern Works | Engineer |  | 2010-11–…",
        "Brazier Ltd | Developer |  | 2007-03–2010-11",
      ]
    ),
    (
      "a firm and a title in a script without spaces",
      "### ランプ株式会社 (2019 年 10 月 〜 現在)\n\n#### 担当業務\n\n- 設計\n\n### ブラジエ合同会社 / エンジニア (2015 年 4 月 〜 2018 年 3 月)\n\n#### 担当業務\n\n- 保守\n",
      ["ランプ株式会社 |  |  | 2019-10–…", "ブラジエ合同会社 | エンジニア |  | 2015-04–2018-03"]
    ),
  ]

  @Test("positions are found in this habit", arguments: cases.indices)
  func positions(index: Int) async throws {
    let (habit, text, entries) = Self.cases[index]
    for newline in ["\n", "\r\n"] {
      let source = "# Jane Example\n\n## Experience\n\n\(text)".replacing("\n", with: newline)
      let resume = try await ResumeReader().read(Array(source.utf8), name: habit)
      let found = resume.entries.map { entry in
        let end = entry.isCurrent ? "…" : entry.endDate?.iso8601 ?? ""
        return [
          entry.name, entry.position ?? "", entry.location ?? "",
          "\(entry.startDate?.iso8601 ?? "")–\(end)",
        ].joined(separator: " | ")
      }
      #expect(found == entries, "\(habit)")
    }
  }

  @Test("titles in a column of their own open sections")
  func hangingTitles() async throws {
    let text = """
                             Morgan Example

         Objective      A position in kernel engineering.

         Experience     Senior Kernel Engineer, Example Micro, Austin, TX
                        March 2012 - present
                          o Maintain the balancing code.

         Skills         C, assembly
      """
    let resume = try await ResumeReader().read(Array(text.utf8), name: "hanging")
    #expect(resume.basics.name == "Morgan Example")
    #expect(resume.basics.summary?.text == "A position in kernel engineering.")
    #expect(resume.entries.map(\.name) == ["Example Micro"])
    #expect(resume.skills.map(\.keywords) == [["C", "assembly"]])
  }

  @Test(
    "a title that no table holds is known by what stands below it",
    arguments: [
      "# Jo Example\n\n## Where life took me\n\n### Acme · Engineer · 2012 to 2016\n- Did this.\n\n"
        + "## Things I said\n\n- On lamps\n\n## Education\n\nMSc, Example College, 2011\n",
      "JO EXAMPLE\nBerlin\n\nWHAT DRIVES ME\nLamps that burn all night and cost nothing at all.\n\n"
        + "THE WAY SO FAR\n2012 - 2016  Acme, Engineer\n- Did this.\n\nEDUCATION\n"
        + "MSc, Example College, 2011\n\nSKILLS\nC, Perl\n",
    ])
  func unknownTitles(text: String) async throws {
    let resume = try await ResumeReader().read(Array(text.utf8), name: "jo")
    let work = resume.entries.filter { $0.section == .work }
    #expect(work.map(\.name) == ["Acme"])
    #expect(work.map(\.position) == ["Engineer"])
    #expect(resume.entries.filter { $0.section == .education }.map(\.name) == ["Example College"])
    let rest = resume.sections.map(\.title) + [resume.basics.summary?.text].compactMap(\.self)
    #expect(rest.contains { $0 == "Things I said" || $0.hasPrefix("Lamps that burn") }, "\(rest)")
  }
}
