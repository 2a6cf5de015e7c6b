/// Sets lines of text as a PDF in a fixed-width font, as a print-out of them would look.
enum TextPDF {
  /// One page in Courier, ten points; letters of Windows-1252, bullets included.
  static func bytes(of text: String) -> [UInt8] {
    var content = "BT /F1 10 Tf 12 TL 40 800 Td\n"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      content += "(" + line.unicodeScalars.map(escaped).joined() + ") Tj T*\n"
    }
    content += "ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "(", ")", "\\": "\\\(scalar)"
    case "•": "\\225"
    case "–": "\\226"
    default:
      scalar.isASCII ? String(scalar) : "\\" + String(scalar.value, radix: 8)
    }
  }
}
