/// The words that dates are written with, folded, in the languages résumés are met in.
enum CalendarWord {
  /// 1…12 for a month's name or its usual short form; nil for other words.
  static func month(_ word: String) -> Int? { months[word] }

  /// True for the seasons of the year, whose months depend on the hemisphere.
  static func isSeason(_ word: String) -> Bool { seasons.contains(word) }

  /// True for words that say that something goes on.
  static func isPresent(_ word: String) -> Bool { present.contains(word) }

  /// True for small words in front of one that says that something goes on ("the present").
  static func leadsToPresent(_ word: String) -> Bool { leads.contains(word) }

  /// True for what may stand behind a word that says that something goes on ("настоящее время").
  static func followsPresent(_ word: String?) -> Bool {
    word.map {
      ["время", "времени", "момент", "tag", "day", "time", "date", "momento"].contains($0)
    } ?? false
  }

  /// Phrases that say that something goes on without a word that does alone: "this day".
  static let presentPhrases = [
    ["ce", "jour"], ["this", "day"], ["сей", "день"], ["la", "fecha"], ["este", "momento"],
    ["наст", "время"], ["наст", "вр"],
  ]

  /// True for words between two dates ("2008 to 2010").
  static func isUntil(_ word: String) -> Bool { until.contains(word) }

  /// True for words before a date from which something goes on ("since 2012").
  static func isSince(_ word: String) -> Bool { since.contains(word) }

  /// True for words before the first of two dates ("from 2008 to 2010").
  static func isFrom(_ word: String) -> Bool { from.contains(word) }

  /// True for words that make a date less exact and change nothing here ("early 2010").
  static func isVague(_ word: String) -> Bool { vague.contains(word) }

  private static let months: [String: Int] = {
    let rows = [
      "january jan jän jaen januar janner jänner janvier janv enero ene gennaio gen janeiro januari leden ledna styczen stycznia январь января янв tammikuu ocak januarie sty",
      "february feb febr februar feber fevrier fevr fev febrero febbraio fevereiro februari unor unora luty lutego февраль февраля фев helmikuu subat",
      "march mar marz maerz mrz mars marzo março marco maart mrt marts brezen brezna marzec marca март марта мар maaliskuu mart",
      "april apr avril avr abril abr aprile duben dubna kwiecien kwietnia апрель апреля апр huhtikuu nisan kwi",
      "may mai mayo maggio mag maio mei maj kveten kvetna май мая toukokuu mayis",
      "june jun juni juin junio giugno giu junho cerven cervna czerwiec czerwca июнь июня июн kesakuu haziran cze",
      "july jul juli juillet juil julio luglio lug julho cervenec cervence lipiec lipca июль июля июл heinakuu temmuz lip",
      "august aug aout agosto ago augustus augusti srpen srpna sierpien sierpnia август августа авг elokuu agustos sie",
      "september sep sept septembre septiembre setiembre settembre set setembro zari wrzesien wrzesnia сентябрь сентября сен сент syyskuu eylul wrz",
      "october oct okt oktober octobre octubre ottobre ott outubro out rijen rijna pazdziernik pazdziernika октябрь октября окт lokakuu ekim paz",
      "november nov novembre noviembre novembro listopad listopadu listopada ноябрь ноября ноя нояб marraskuu kasim lis",
      "december dec dez dezember decembre diciembre dic dicembre dezembro desember prosinec prosince grudzien grudnia декабрь декабря дек joulukuu aralik gru",
    ]
    var months: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for word in row.split(separator: " ") {
        let folded = PlainLetters.fold(String(word))
        if months[folded] == nil { months[folded] = index + 1 }
      }
    }
    return months
  }()

  private static let seasons = words(
    """
    spring springs summer summers fall autumn winter fruhling fruhjahr sommer herbst printemps ete automne hiver
    primavera verano otono invierno estate autunno inverno verao outono lente zomer herfst var host sommaren hosten varen vintern sommeren
    весна лето осень зима
    """)

  private static let present = words(
    """
    present presently current currently now today ongoing date continuing heute jetzt aktuell laufend
    dato gegenwart heutigen aujourd'hui present actuel actuellement actualidad actual actualmente presente
    hoy oggi attuale attualmente corso hoje atual atualmente heden nu nutid idag nykyinen obecnie dzis
    teraz soucasnost nyni dosud сейчас настоящее настоящего н.в наст halen gunumuz 現在 至今 今 현재 nykyhetki
    """)

  private static let leads = words("the zu zum le la ce in en em в al dem")

  private static let until = words(
    """
    to until till til through thru bis a ad au jusqu'a jusqu hasta al até ate fino tot t/m au do po до по
    """)

  private static let since = words(
    "since seit depuis desde dal dalla sinds sedan siden od с начиная ab")

  private static let from = words(
    "from starting von vom de du desde del dal van fra fran od с between")

  private static let vague = words(
    """
    early late mid middle end beginning start about around ca circa approx approximately anfang mitte
    ende debut mi fin principios mediados finales inizio meta fine begin eind of
    expected anticipated estimated projected graduating graduated graduation voraussichtlich prevu prevista
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { PlainLetters.fold(String($0)) })
  }
}
