/// Puts the sections of one piece into a file.
struct PieceWriter {
  let role: IndexFormat.Role
  private var sections: [(id: IndexFormat.SectionID, bytes: [UInt8])] = []

  init(role: IndexFormat.Role) { self.role = role }

  mutating func add(_ id: IndexFormat.SectionID, _ bytes: [UInt8]) { sections.append((id, bytes)) }

  /// The checksums of the sections, from which the build gets its number.
  var checksums: [UInt32] { sections.map { Checksum.hash($0.bytes.span) } }

  /// The file.
  consuming func finish(build: UInt32) -> IndexPiece {
    let checksums = checksums
    var offset = IndexFormat.headerSize + sections.count * IndexFormat.rowSize
    var table = ByteWriter()
    var body = ByteWriter()
    offset = PieceWriter.aligned(offset)
    let start = offset
    for (section, checksum) in zip(sections, checksums) {
      table.append(u32: section.id.rawValue)
      table.append(u32: UInt32(offset))
      table.append(u32: UInt32(section.bytes.count))
      table.append(u32: checksum)
      body.append(section.bytes)
      body.pad(to: IndexFormat.sectionAlignment)
      offset = start + body.count
    }
    var file = header(build: build, length: offset, checksum: 0)
    file.append(table.bytes)
    let checksum = Checksum.hash(file.bytes.span)
    file = header(build: build, length: offset, checksum: checksum)
    file.append(table.bytes)
    file.pad(to: IndexFormat.sectionAlignment)
    file.append(body.bytes)
    return IndexPiece(role: role.name, bytes: file.bytes)
  }

  private func header(build: UInt32, length: Int, checksum: UInt32) -> ByteWriter {
    var header = ByteWriter()
    header.append(IndexFormat.magic)
    header.append(u32: IndexFormat.version)
    header.append(u32: role.rawValue)
    header.append(u32: build)
    header.append(u32: UInt32(sections.count))
    header.append(u32: UInt32(length))
    header.append(u32: checksum)
    return header
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + IndexFormat.sectionAlignment - 1) & ~(IndexFormat.sectionAlignment - 1)
  }
}
