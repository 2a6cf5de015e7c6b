internal import CLibXML2

/// A page as libxml2's HTML parser mends it; owns the C tree and frees it.
///
/// The general way for pages that follow no template: what comes out of the mended tree is plain
/// markup again, read by the same readers. No network, no entities loaded, nothing printed; libxml2's
/// own limit on depth stays on.
@safe struct HTMLDocument: ~Copyable {
  private let document: htmlDocPtr

  /// Parses a page in UTF-8; nil where libxml2 makes nothing of it.
  init?(utf8 page: Span<UInt8>) {
    guard let length = Int32(exactly: page.count), length > 0 else { return nil }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let parsed = unsafe page.withUnsafeBytes { bytes in
      unsafe htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, "UTF-8",
        Int32(options))
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe document = parsed
  }

  deinit { unsafe xmlFreeDoc(document) }

  /// The page as well-formed markup; nil where libxml2 makes nothing of it.
  static func mended(_ page: Span<UInt8>) -> [UInt8]? {
    let shielded = MarkupShield.raise(page)
    guard let document = HTMLDocument(utf8: shielded.span) else { return nil }
    return MarkupShield.lower(document.markup())
  }

  /// The mended page as markup: every element closed, comments kept, `&` as it stands in the tree.
  /// Linear in the tree; walks it without recursion, however deep it is.
  private func markup() -> [UInt8] {
    var output: [UInt8] = []
    var node = unsafe document.pointee.children
    while let current = unsafe node {
      unsafe Self.open(current, &output)
      if unsafe current.pointee.type == XML_ELEMENT_NODE,
        let child = unsafe current.pointee.children
      {
        unsafe node = child
        continue
      }
      unsafe Self.close(current, &output)
      var place = unsafe current
      while unsafe place.pointee.next == nil {
        guard let parent = unsafe place.pointee.parent,
          unsafe parent.pointee.type == XML_ELEMENT_NODE
        else { return output }
        unsafe Self.close(parent, &output)
        unsafe place = parent
      }
      unsafe node = place.pointee.next
    }
    return output
  }

  private static func open(_ node: xmlNodePtr, _ output: inout [UInt8]) {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      output.append("<")
      unsafe output.append(cString: node.pointee.name)
      var attribute = unsafe node.pointee.properties
      while let current = unsafe attribute {
        output.append(" ")
        unsafe output.append(cString: current.pointee.name)
        output.append("=\"")
        let value = unsafe current.pointee.children
        if let value = unsafe value {
          unsafe output.append(escaping: value.pointee.content, quote: true)
        }
        output.append("\"")
        unsafe attribute = current.pointee.next
      }
      output.append(">")
    case XML_TEXT_NODE: unsafe output.append(escaping: node.pointee.content, quote: false)
    // The content of a script or style sheet.
    case XML_CDATA_SECTION_NODE: unsafe output.append(cString: node.pointee.content)
    case XML_COMMENT_NODE:
      output.append("<!--")
      unsafe output.append(cString: node.pointee.content)
      output.append("-->")
    default: break
    }
  }

  private static func close(_ node: xmlNodePtr, _ output: inout [UInt8]) {
    guard unsafe node.pointee.type == XML_ELEMENT_NODE else { return }
    output.append("</")
    unsafe output.append(cString: node.pointee.name)
    output.append(">")
  }
}

extension Array where Element == UInt8 {
  /// Adds a C string's bytes without its NUL; nothing where there is none.
  fileprivate mutating func append(cString: UnsafePointer<xmlChar>?) {
    guard var byte = unsafe cString else { return }
    while unsafe byte.pointee != 0 {
      unsafe append(byte.pointee)
      unsafe byte += 1
    }
  }

  /// Adds a C string's bytes with `<` and, within quotes, `"` escaped.
  fileprivate mutating func append(escaping cString: UnsafePointer<xmlChar>?, quote: Bool) {
    guard var byte = unsafe cString else { return }
    while unsafe byte.pointee != 0 {
      switch unsafe byte.pointee {
      case 0x3C: append("&lt;")
      case 0x22 where quote: append("&quot;")
      default: unsafe append(byte.pointee)
      }
      unsafe byte += 1
    }
  }
}
