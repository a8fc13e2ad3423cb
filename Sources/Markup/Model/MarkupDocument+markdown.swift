extension MarkupDocument {
  /// The Markdown as written, with addresses replaced.
  ///
  /// `resolving` gives the new address of a link, image or address in raw HTML, or nil to leave
  /// it. Nothing else changes, so that what is not Markdown's business stays as the writer had it.
  /// A definition that several links share is replaced once, as its first link has it.
  public func markdown(resolving: (Link) -> String?) -> [UInt8] {
    var edits: [(range: Range<Int>, link: Link)] = []
    for link in links + images {
      if let range = link.destinationRange { edits.append((range: range, link: link)) }
    }
    edits.sort {
      ($0.range.lowerBound, $0.link.range.lowerBound) < (
        $1.range.lowerBound, $1.link.range.lowerBound
      )
    }
    var result: [UInt8] = []
    result.reserveCapacity(source.count - base + edits.count * 16)
    var position = base
    for edit in edits where edit.range.lowerBound >= position {
      guard let address = resolving(edit.link) else { continue }
      result.append(contentsOf: source[position..<edit.range.lowerBound])
      result.append(contentsOf: written(address, edit))
      position = edit.range.upperBound
    }
    result.append(contentsOf: source[position...])
    return result
  }

  /// An address in a form that ends where it should.
  private func written(_ address: String, _ edit: (range: Range<Int>, link: Link)) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x26 where edit.link.kind == .html: bytes.append("&amp;" as StaticString)
      case 0...0x20, 0x22, 0x27...0x29, 0x3C, 0x3E, 0x5B...0x5D, 0x60, 0x7C, 0x7F:
        bytes.append(0x25)
        bytes.append(HexDigits.upper[Int(byte >> 4)])
        bytes.append(HexDigits.upper[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
