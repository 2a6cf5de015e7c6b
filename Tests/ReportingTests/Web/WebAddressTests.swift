import Testing

@testable import Reporting

@Suite("Addresses of the web site's pages")
struct WebAddressTests {
  @Test(
    "a link leads to the page it names, whatever the name holds",
    arguments: [
      WebAddress.lists, .search(query: #"from:"Ada Lee" +&=%41 ключ"#, page: 1),
      .search(query: "", page: 7), .message(name: "<a+b=c&d%25@example.org>"),
      .entry(name: "sha256:0123abcd"), .thread(name: "<\u{202E}\"'>\n@x>"), .people(who: ""),
      .people(who: "ada@example.org"), .claims(who: "Ada #1"), .report(who: "Ada / Lee?"),
    ])
  func roundTrip(address: WebAddress) {
    let target = address.target
    #expect(WebAddress(target: target) == address)
    #expect(target.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
  }

  @Test(
    "fields are read as forms send them",
    arguments: [
      ("/search?q=two+words", WebAddress.search(query: "two words", page: 1)),
      ("/search?page=3&q=a%2Bb", .search(query: "a+b", page: 3)),
      ("/search", .search(query: "", page: 1)),
      ("/search?q=x&q=y", .search(query: "x", page: 1)),
      ("/search?q=x&page=-4", .search(query: "x", page: 1)),
      ("/search?q=x&page=99999999999999999999", .search(query: "x", page: 1)),
      ("/search?q=x&page=5000", .search(query: "x", page: WebAddress.lastPage)),
      ("/search?q=100%", .search(query: "100%", page: 1)),
      ("/search?q=%zz%4", .search(query: "%zz%4", page: 1)),
      ("/search?q=%+1%-0", .search(query: "% 1%-0", page: 1)),
      ("/search?q=%ff", .search(query: "\u{FFFD}", page: 1)),
      ("/people?who", .people(who: "")),
    ])
  func forms(target: String, address: WebAddress) {
    #expect(WebAddress(target: target) == address)
  }

  @Test(
    "elsewhere there is nothing",
    arguments: ["", "/x", "/message", "/message?name=", "/report?q=x", "/../", "//", "lists"])
  func nothing(target: String) {
    #expect(WebAddress(target: target) == nil)
  }
}
