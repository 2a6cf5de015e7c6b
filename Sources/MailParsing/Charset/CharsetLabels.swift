/// Which set each label means, by the name that `iconv` knows it under.
///
/// Labels that `iconv` itself understands as browsers do are not repeated here.
enum CharsetLabels {
  static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, labels) in table {
      for label in labels.split(separator: " ") { names[String(label)] = name }
    }
    for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
      for label in [
        "iso-8859-", "iso8859-", "iso8859", "iso_8859-", "iso-8859_", "iso_8859_", "iso-",
      ] {
        names[label + "\(number)"] = "ISO-8859-\(number)"
      }
    }
    for number in 1250...1258 where number != 1252 {
      for label in ["windows-", "cp", "cp-", "x-cp", "win-", "win", "ms", "windows", "windows_"] {
        names[label + "\(number)"] = "WINDOWS-\(number)"
      }
    }
    return names
  }()

  private static let table: [(name: String, labels: String)] = [
    (
      "US-ASCII",
      "ascii us_ascii usascii us-asci us ansi_x3.4-1968 ansi_x3.4-1986 iso646-us iso-ir-6 iso_646.irv:1991 "
        + "us-ascii-1 x-us-ascii 7bit 7-bit ascii7"
    ),
    (
      "UTF-8",
      "utf8 utf_8 utf-8-sig unicode-1-1-utf-8 x-utf-8 utf8mb4 unicode20utf8 x-unicode20utf8"
    ),
    (
      "WINDOWS-1252",
      "windows-1252 cp1252 cp-1252 x-cp1252 win-1252 win1252 ansi iso8859-1 iso88591 iso8859_1 iso_8859-1 "
        + "iso-8859_1 iso-8859-1:1987 iso_8859-1:1987 latin1 latin-1 latin l1 ibm819 cp819 iso-ir-100 "
        + "csisolatin1 iso-8859 iso8859 iso-latin-1 iso-latin1 x-ansi 8859_1 x-mac-latin1 iso-1 windows1252 "
        + "iso-8859-1-windows-3.1-latin-1 ansi_x3.110-1983"
    ),
    ("ISO-8859-2", "latin2 latin-2 l2 csisolatin2 iso-ir-101 iso_8859-2:1987"),
    ("ISO-8859-5", "cyrillic csisolatincyrillic iso-ir-144"),
    ("ISO-8859-6", "arabic ecma-114 asmo-708 csisolatinarabic iso-8859-6-e iso-8859-6-i"),
    ("ISO-8859-7", "greek greek8 ecma-118 elot_928 sun_eu_greek csisolatingreek"),
    (
      "ISO-8859-8", "hebrew visual iso-8859-8-e iso-8859-8-i iso8859-8-i logical csisolatinhebrew"
    ),
    ("WINDOWS-1254", "iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5"),
    ("ISO-8859-15", "latin9 latin-9 l9 csisolatin9 latin0 iso-8859-15-euro"),
    ("CP874", "iso-8859-11 iso8859-11 tis-620 tis620 dos-874 windows-874 x-windows-874"),
    ("KOI8-R", "koi8-r koi koi8 koi8_r cskoi8r koi-8-r x-koi8-r"),
    ("KOI8-U", "koi8-u koi8-ru koi8u"),
    ("MACINTOSH", "macintosh mac macroman x-mac-roman x-macroman csmacintosh x-mac-us"),
    ("MAC-CYRILLIC", "x-mac-cyrillic x-mac-ukrainian"),
    ("IBM866", "866 cp866 cp-866 ibm866 csibm866 dos-866"),
    ("CP850", "850 cp850 cp-850 ibm850"), ("CP437", "437 cp437 cp-437 ibm437"),
    (
      "GB18030",
      "gb2312 gb_2312-80 gb_2312 gb-2312 csgb2312 chinese csiso58gb231280 iso-ir-58 gbk x-gbk cp936 ms936 "
        + "windows-936 euc-cn x-euc-cn gb18030 cn-gb gb2312-80"
    ),
    ("HZ-GB-2312", "hz hz-gb-2312 hz-gb2312 hz-gb x-hz"),
    (
      "BIG5-HKSCS",
      "big5 big-5 big5-hkscs cn-big5 csbig5 x-x-big5 chinesebig5 big5-eten cp950 windows-950"
    ),
    (
      "CP949",
      "ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 ksc-5601 korean iso-ir-149 euc-kr euc_kr "
        + "euckr cseuckr windows-949 cp949 uhc ks_x_1001 ks_x-1001"
    ),
    (
      "CP932",
      "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j ms932 cp932 shiftjis x-ms-cp932"
    ),
    ("EUC-JP-MS", "euc-jp x-euc-jp cseucpkdfmtjapanese eucjp euc_jp x-euc"),
    (
      "ISO-2022-JP-3",
      "iso-2022-jp iso2022jp iso-2022-jp-1 iso-2022-jp-3 csiso2022jp jis x-iso-2022-jp cp50220 cp50221 "
        + "iso-2022-jp-ms iso_2022-jp"
    ),
    ("ISO-2022-KR", "iso-2022-kr iso2022kr csiso2022kr"),
    ("UTF-7", "utf-7 utf7 unicode-1-1-utf-7 x-unicode-2-0-utf-7 unicode-2-0-utf-7 csunicode11utf7"),
    ("UTF-16", "utf-16 utf16 unicode csunicode ucs-2 iso-10646-ucs-2 unicodefeff"),
    ("UTF-16LE", "utf-16le utf16le"), ("UTF-16BE", "utf-16be utf16be unicodefffe"),
    ("UTF-32", "utf-32 utf32 ucs-4 iso-10646-ucs-4"),
    ("TCVN5712-1", "tcvn tcvn-5712 x-viet-tcvn5712"), ("VISCII", "viscii x-viscii csviscii"),
    ("WINDOWS-1251", "x-windows-1251 win-cyrillic"),
    ("ISO-8859-10", "latin6 l6 csisolatin6"),
  ]
}
