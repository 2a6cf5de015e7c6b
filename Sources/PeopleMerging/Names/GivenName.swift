/// Short forms of given names.
enum GivenName {
  /// The formal name that a short form stands for; forms that may stand for several names are left out.
  static let formal: [String: String] = [
    "abe": "abraham", "andy": "andrew", "ben": "benjamin", "bill": "william", "billy": "william",
    "bob": "robert", "bobby": "robert", "brad": "bradley", "charlie": "charles",
    "chris": "christopher",
    "chuck": "charles", "dan": "daniel", "danny": "daniel", "dave": "david", "davey": "david",
    "deb": "deborah", "debbie": "deborah", "dick": "richard", "don": "donald", "doug": "douglas",
    "ed": "edward", "eddie": "edward", "fred": "frederick", "gabe": "gabriel", "greg": "gregory",
    "hank": "henry", "jake": "jacob", "jeff": "jeffrey", "jim": "james", "jimmy": "james",
    "joe": "joseph", "joey": "joseph", "jon": "jonathan", "josh": "joshua", "kathy": "katherine",
    "ken": "kenneth", "kenny": "kenneth", "larry": "lawrence", "liz": "elizabeth",
    "matt": "matthew",
    "mike": "michael", "mitch": "mitchell", "nate": "nathan", "nick": "nicholas", "pete": "peter",
    "phil": "philip", "ray": "raymond", "rich": "richard", "rick": "richard", "rob": "robert",
    "ron": "ronald", "russ": "russell", "stan": "stanley", "steve": "steven", "sue": "susan",
    "ted": "theodore", "tim": "timothy", "tom": "thomas", "tommy": "thomas", "tony": "anthony",
    "vic": "victor", "vince": "vincent", "walt": "walter", "will": "william", "zach": "zachary",
    "zack": "zachary",
  ]

  /// True for a given name or its short form that is common in the world.
  static func isCommon(_ word: String) -> Bool {
    formal[word] != nil || CommonName.share(of: word) > 0
  }
}
