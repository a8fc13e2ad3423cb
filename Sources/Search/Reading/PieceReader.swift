/// Checks the head of one piece of an index and finds its sections.
struct PieceReader {
  let role: IndexFormat.Role
  let build: UInt32
  private let sections: [UInt32: (view: ByteView, checksum: UInt32)]

  init(_ bytes: IndexBytes) throws(IndexError) {
    let file = bytes.view
    guard file.count >= IndexFormat.magic.count,
      file.array(0..<IndexFormat.magic.count) == IndexFormat.magic
    else { throw .foreign }
    guard file.count >= IndexFormat.headerSize else { throw .truncated(piece: "index") }
    let version = file.u32(8)
    guard version == IndexFormat.version else {
      throw .unsupportedVersion(found: Int(version), supported: Int(IndexFormat.version))
    }
    guard let role = IndexFormat.Role(rawValue: file.u32(12)) else { throw .foreign }
    self.role = role
    build = file.u32(16)
    let count = Int(file.u32(20))
    let tableEnd = IndexFormat.headerSize + count * IndexFormat.rowSize
    guard Int(file.u32(24)) <= file.count, tableEnd <= file.count else {
      throw .truncated(piece: role.name)
    }
    guard Int(file.u32(24)) == file.count, count <= 64 else {
      throw .corrupt(piece: role.name, section: "length")
    }
    var head = file.array(0..<tableEnd)
    for index in 28..<32 { head[index] = 0 }
    guard Checksum.hash(head.span) == file.u32(28) else {
      throw .corrupt(piece: role.name, section: "header")
    }
    var sections: [UInt32: (view: ByteView, checksum: UInt32)] = [:]
    for row in 0..<count {
      let offset = IndexFormat.headerSize + row * IndexFormat.rowSize
      let id = file.u32(offset)
      let name = IndexFormat.SectionID(rawValue: id)?.name ?? "section \(id)"
      guard let view = file.slice(Int(file.u32(offset + 4)), Int(file.u32(offset + 8))) else {
        throw .corrupt(piece: role.name, section: name)
      }
      sections[id] = (view, file.u32(offset + 12))
    }
    self.sections = sections
  }

  /// A section that must be there, with the length it must have if that is known.
  func section(
    _ id: IndexFormat.SectionID, length: Int? = nil
  ) throws(IndexError) -> ByteView {
    guard let view = sections[id.rawValue]?.view, length == nil || length == view.count else {
      throw .corrupt(piece: role.name, section: id.name)
    }
    return view
  }

  /// A small section, with its checksum compared.
  func checkedSection(
    _ id: IndexFormat.SectionID, length: Int? = nil
  ) throws(IndexError) -> ByteView {
    let view = try section(id, length: length)
    guard view.withSpan(Checksum.hash) == sections[id.rawValue]?.checksum else {
      throw .corrupt(piece: role.name, section: id.name)
    }
    return view
  }

  /// Compares the checksums of all sections.
  func verify() throws(IndexError) {
    for (id, section) in sections.sorted(by: { $0.key < $1.key })
    where section.view.withSpan(Checksum.hash) != section.checksum {
      throw .corrupt(
        piece: role.name,
        section: IndexFormat.SectionID(rawValue: id)?.name ?? "section \(id)")
    }
  }
}
