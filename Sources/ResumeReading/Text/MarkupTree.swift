import CLibXML2

/// A document parsed by libxml2, walked without recursion and freed with its owner.
///
/// No network, no entity loading, no limits lifted.
@safe struct MarkupTree: ~Copyable {
  private let document: xmlDocPtr

  /// How the bytes are read.
  enum Syntax { case html, xml }

  /// Parses bytes; nil where they give no tree.
  init?(_ bytes: [UInt8], as syntax: Syntax) {
    guard bytes.count < Int(Int32.max) else { return nil }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let parsed = unsafe bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      switch syntax {
      case .html:
        let options =
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
          | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        return unsafe htmlReadMemory(
          start, Int32(buffer.count), nil, isUTF8 ? "UTF-8" : nil, Int32(options))
      case .xml:
        let options =
          XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue
          | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        return unsafe xmlReadMemory(start, Int32(buffer.count), nil, nil, Int32(options))
      }
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe document = parsed
  }

  deinit { unsafe xmlFreeDoc(document) }

  /// What a walk meets.
  enum Event {
    /// An element begins; attributes by local name.
    case open(name: String, attributes: [String: String])
    /// It ends.
    case close(name: String)
    case text(String)
  }

  /// Visits every element and text in document order. Elements deeper than 500 are passed over.
  borrowing func walk(_ visit: (Event) -> Void) {
    guard let root = unsafe xmlDocGetRootElement(document) else { return }
    var node: xmlNodePtr? = unsafe root
    var depth = 0
    while let current = unsafe node {
      let isElement = unsafe current.pointee.type == XML_ELEMENT_NODE
      if isElement {
        let (name, attributes) = unsafe Self.description(of: current)
        visit(.open(name: name, attributes: attributes))
        if let child = unsafe current.pointee.children, depth < 500 {
          unsafe node = child
          depth += 1
          continue
        }
        visit(.close(name: name))
      } else if unsafe current.pointee.type == XML_TEXT_NODE
        || current.pointee.type == XML_CDATA_SECTION_NODE,
        let content = unsafe current.pointee.content
      {
        visit(.text(unsafe String(cString: content)))
      }
      unsafe node = current
      while let finished = unsafe node {
        if let next = unsafe finished.pointee.next {
          unsafe node = next
          break
        }
        guard depth > 0, let parent = unsafe finished.pointee.parent else {
          unsafe node = nil
          break
        }
        depth -= 1
        visit(.close(name: unsafe Self.description(of: parent).name))
        unsafe node = parent
      }
    }
  }

  private static func description(of node: xmlNodePtr) -> (
    name: String, attributes: [String: String]
  ) {
    let name = unsafe node.pointee.name.map { unsafe String(cString: $0) } ?? ""
    var attributes: [String: String] = [:]
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      if let key = unsafe current.pointee.name,
        let value = unsafe current.pointee.children?.pointee.content
      {
        unsafe attributes[String(cString: key)] = unsafe String(cString: value)
      }
      unsafe attribute = unsafe current.pointee.next
    }
    return (name, attributes)
  }
}
