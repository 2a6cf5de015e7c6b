import ArgumentParser
import ClaimExtraction
import Reporting

/// `byline segment`: the zones of a plain body.
struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    ofByline: "segment",
    abstract: "Cut a plain body into labelled zones: own words, quotations, signatures and more.")

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Plain text files; - is standard input.", valueName: "file"))
  var text: [String]

  @Option(help: "The form of the result; ndjson is a record a line.")
  var format: OutputFormat = .text

  private struct Document: Encodable {
    struct Segment: Encodable {
      var kind: String
      var range: [Int]
    }
    var schema = "byline.segments/1"
    var file: String
    var segments: [Segment]
  }

  func run() throws {
    try reportingFailures {
      let cutter = ZoneCutter()
      for path in text {
        let file = try TextFile(path)
        let zones = cutter.cut(file.text)
        if format == .text {
          let scalars = Array(file.text.unicodeScalars)
          for zone in zones {
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[zone.range])
            Terminal.print("[\(zone.kind.rawValue)]\n\(VisibleText.of(String(words)))")
          }
          continue
        }
        let document = Document(
          file: path,
          segments: zones.map {
            .init(kind: $0.kind.rawValue, range: [$0.range.lowerBound, $0.range.upperBound])
          })
        try format.print(document)
      }
    }
  }
}
