/// Tells places from names and titles.
enum Place {
  /// True for a phrase that is a place or a way of working away from one.
  static func isPlace(_ phrase: String) -> Bool {
    let text = phrase.trimmed(of: "()[],.;·|")
    guard !text.isEmpty, text.count <= 60 else { return false }
    let folded = PlainLetters.words(text).joined(separator: " ")
    if remote.contains(folded) { return true }
    let parts = text.split(separator: ",").map(\.trimmed)
    // "Berlin / Remote", "Remote (UK)".
    if let first = folded.split(separator: " ").first, first == "remote", folded.count <= 40 {
      return true
    }
    if folded.hasSuffix(" remote"), folded.split(separator: " ").count <= 5 { return true }
    if parts.count == 1 {
      return isRegion(parts[0]) || cities.contains(folded) || isTownAndState(parts[0])
    }
    guard parts.count <= 4, parts.allSatisfy({ isNameLike($0) }), let last = parts.last,
      HeadingWord.organisationScore(parts[0], in: .work) == 0
    else { return false }
    let startsWithCity = cities.contains(PlainLetters.words(parts[0]).joined(separator: " "))
    // "Acme, Berlin, Germany" is a firm in front of a place; "Springfield, IL, USA" is a place.
    if parts.count >= 3, !startsWithCity, !isRegion(parts[parts.count - 2]) { return false }
    return isRegion(last) || startsWithCity
  }

  /// True for a postal address on one line: parts with a house number, and a region or town at the end.
  static func isAddress(_ phrase: String) -> Bool {
    let parts = phrase.split(separator: ",").map(\.trimmed)
    guard parts.count >= 2, phrase.count <= 120, phrase.contains(where: \.isNumber) else {
      return false
    }
    let last = parts[parts.count - 1]
    return isRegion(last) || isPlace(last.filter { !$0.isNumber })
  }

  /// True for "Boston MA", which wants a comma.
  private static func isTownAndState(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), let state = words.last, state.utf8.count == 2,
      abbreviations.contains(String(state))
    else { return false }
    let town = words.dropLast().joined(separator: " ")
    return isNameLike(town) && HeadingWord.organisationScore(town, in: .work) == 0
      && HeadingWord.titleScore(town, in: .work) == 0
  }

  /// True for a place known by name, rather than by the region behind a comma.
  static func isKnown(_ phrase: String) -> Bool {
    guard let first = phrase.split(separator: ",").first else { return false }
    return !phrase.contains(",") || isAway(phrase)
      || cities.contains(PlainLetters.words(String(first)).joined(separator: " "))
  }

  /// True for ways of working away from any place.
  static func isAway(_ phrase: String) -> Bool {
    remote.contains(PlainLetters.words(phrase).joined(separator: " "))
  }

  /// True for a country, a state or a province, or the short form of one.
  static func isRegion(_ phrase: String) -> Bool {
    // "CA 94043" is a state with its postal code.
    let words = phrase.split(separator: " ")
    if words.count == 2, words[1].allSatisfy({ $0.isNumber || $0 == "-" }), words[1].count >= 4 {
      return isRegion(String(words[0]))
    }
    if abbreviations.contains(phrase.filter { $0 != "." }) { return true }
    return regions.contains(PlainLetters.words(phrase).joined(separator: " "))
  }

  /// True for one to four capitalised words, as places are written.
  private static func isNameLike(_ part: String) -> Bool {
    let words = part.split { $0 == " " || $0 == "-" }
    guard (1...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return false }
      return !first.isLowercase || particles.contains(String(word))
    }
  }

  private static let particles: Set<String> = [
    "de", "la", "le", "am", "an", "der", "of", "and", "du", "do", "upon", "sur",
  ]

  private static let remote: Set<String> = [
    "remote", "work from home", "working from home", "home office", "homeoffice", "telecommute",
    "telecommuting", "distributed", "worldwide", "anywhere", "remotely", "fully remote",
    "home based",
    "hybrid", "on site", "onsite", "teletravail", "teletrabajo", "various locations", "virtual",
    "wfh",
    "home", "удаленно", "remoto", "a distance",
  ]

  private static let abbreviations: Set<String> = Set(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL NSW VIC QLD USA US UK
    UAE EU NRW SP RJ
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let regions: Set<String> = names(
    """
    united states|united states of america|united kingdom|england|scotland|wales|northern ireland|
    ireland|germany|deutschland|france|spain|espana|italy|italia|portugal|netherlands|the netherlands|
    nederland|belgium|belgique|belgie|luxembourg|switzerland|schweiz|suisse|austria|osterreich|
    denmark|danmark|sweden|sverige|norway|norge|finland|suomi|iceland|poland|polska|czech republic|
    czechia|ceska republika|slovakia|hungary|magyarorszag|romania|bulgaria|greece|turkey|turkiye|
    ukraine|russia|россия|russian federation|belarus|lithuania|latvia|estonia|serbia|croatia|slovenia|
    bosnia herzegovina|albania|north macedonia|moldova|georgia|armenia|azerbaijan|kazakhstan|israel|
    egypt|morocco|tunisia|algeria|nigeria|kenya|ghana|ethiopia|south africa|india|pakistan|bangladesh|
    sri lanka|nepal|china|hong kong|taiwan|japan|日本|中国|한국|south korea|korea|singapore|malaysia|
    indonesia|thailand|vietnam|viet nam|philippines|australia|new zealand|canada|mexico|brazil|brasil|
    argentina|chile|colombia|peru|uruguay|venezuela|ecuador|bolivia|costa rica|cuba|saudi arabia|
    united arab emirates|qatar|kuwait|lebanon|jordan|iran|iraq|cyprus|malta|
    alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|
    illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|
    mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|
    north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|
    south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|
    ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new south wales|
    queensland|bavaria|bayern|hessen|sachsen|baden wurttemberg|catalonia|cataluna|karnataka|
    maharashtra|tamil nadu|telangana|kerala|washington dc|bay area|san francisco bay area|
    silicon valley|greater london|ile de france
    """)

  private static let cities: Set<String> = names(
    """
    london|manchester|birmingham|leeds|bristol|cambridge|oxford|edinburgh|glasgow|cardiff|belfast|dublin|
    cork|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|nice|grenoble|rennes|strasbourg|berlin|
    hamburg|munich|munchen|cologne|koln|frankfurt|frankfurt am main|stuttgart|dusseldorf|leipzig|dresden|
    hannover|nurnberg|bremen|karlsruhe|bonn|munster|aachen|vienna|wien|graz|linz|zurich|geneva|geneve|
    basel|bern|lausanne|amsterdam|rotterdam|utrecht|the hague|den haag|eindhoven|brussels|bruxelles|
    brussel|antwerp|antwerpen|ghent|gent|luxembourg|copenhagen|kobenhavn|aarhus|odense|stockholm|
    goteborg|gothenburg|malmo|uppsala|oslo|bergen|trondheim|helsinki|tampere|espoo|turku|oulu|reykjavik|
    madrid|barcelona|valencia|sevilla|seville|bilbao|zaragoza|malaga|lisbon|lisboa|porto|coimbra|rome|
    roma|milan|milano|turin|torino|naples|napoli|bologna|florence|firenze|venice|padova|pisa|genova|
    athens|thessaloniki|istanbul|ankara|izmir|prague|praha|brno|ostrava|bratislava|budapest|warsaw|
    warszawa|krakow|wroclaw|gdansk|poznan|lodz|bucharest|bucuresti|cluj|cluj napoca|iasi|timisoara|
    sofia|belgrade|beograd|zagreb|ljubljana|kyiv|kiev|киев|kharkiv|lviv|odessa|minsk|минск|moscow|москва|
    saint petersburg|st petersburg|санкт петербург|novosibirsk|новосибирск|казань|екатеринбург|riga|
    vilnius|tallinn|tbilisi|yerevan|tel aviv|jerusalem|haifa|cairo|casablanca|tunis|lagos|nairobi|accra|
    cape town|johannesburg|dubai|abu dhabi|doha|riyadh|beirut|amman|mumbai|bangalore|bengaluru|delhi|
    new delhi|hyderabad|chennai|pune|kolkata|noida|gurgaon|ahmedabad|karachi|lahore|islamabad|dhaka|
    colombo|kathmandu|beijing|北京|shanghai|上海|shenzhen|深圳|guangzhou|广州|hangzhou|杭州|chengdu|成都|
    nanjing|wuhan|xian|taipei|台北|tokyo|東京|osaka|大阪|kyoto|京都|yokohama|nagoya|fukuoka|sapporo|seoul|
    서울|busan|kuala lumpur|jakarta|bangkok|hanoi|ho chi minh city|saigon|manila|sydney|melbourne|
    brisbane|perth|adelaide|canberra|auckland|wellington|christchurch|toronto|montreal|vancouver|ottawa|
    calgary|edmonton|waterloo|quebec city|new york city|nyc|los angeles|chicago|houston|phoenix|
    philadelphia|san antonio|san diego|dallas|austin|san jose|san francisco|seattle|denver|boston|
    portland|atlanta|miami|minneapolis|detroit|pittsburgh|baltimore|cupertino|sunnyvale|mountain view|
    palo alto|menlo park|redmond|santa clara|oakland|berkeley|san mateo|redwood city|salt lake city|
    raleigh|durham|nashville|charlotte|columbus|cleveland|cincinnati|st louis|kansas city|indianapolis|
    milwaukee|madison|boulder|las vegas|sacramento|santa monica|irvine|washington dc|mexico city|
    ciudad de mexico|guadalajara|monterrey|sao paulo|rio de janeiro|belo horizonte|porto alegre|
    curitiba|recife|brasilia|buenos aires|cordoba|santiago|bogota|medellin|lima|montevideo|quito|caracas
    """)

  private static func names(_ text: String) -> Set<String> {
    Set(
      text.split { $0 == "|" || $0.isNewline }.map {
        PlainLetters.words(String($0)).joined(separator: " ")
      })
  }
}
