/// A part of an index file, of which every read is checked.
///
/// What lies outside reads as zero, so that a damaged file gives wrong answers at worst, never memory that is not its own.
@safe
struct ByteView: @unchecked Sendable {
  /// Keeps the memory alive.
  private let owner: IndexBytes
  private let memory: UnsafeRawBufferPointer

  init(owner: IndexBytes, memory: UnsafeRawBufferPointer) {
    self.owner = owner
    unsafe self.memory = memory
  }

  var count: Int { unsafe memory.count }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    guard index >= 0, index < count else { return 0 }
    return unsafe memory[index]
  }

  @inline(__always)
  func u16(_ offset: Int) -> Int {
    guard offset >= 0, offset &+ 2 <= count else { return 0 }
    return Int(
      unsafe memory.loadUnaligned(fromByteOffset: offset, as: UInt16.self).littleEndian)
  }

  @inline(__always)
  func u32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset &+ 4 <= count else { return 0 }
    return unsafe memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
  }

  @inline(__always)
  func u64(_ offset: Int) -> UInt64 {
    guard offset >= 0, offset &+ 8 <= count else { return 0 }
    return unsafe memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// A part of the part; nil when it reaches outside.
  func slice(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    return unsafe ByteView(
      owner: owner,
      memory: UnsafeRawBufferPointer(rebasing: memory[offset..<(offset + length)]))
  }

  /// The range of row `index` in a table of 32-bit offsets; empty when the table lies.
  @inline(__always)
  func row(_ index: Int, limit: Int) -> Range<Int> {
    let start = Int(u32(index &* 4))
    let end = Int(u32(index &* 4 &+ 4))
    return start <= end && end <= limit ? start..<end : 0..<0
  }

  /// Lends the bytes as a span.
  @inline(__always)
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe memory.withMemoryRebound(to: UInt8.self) { unsafe body($0.span) }
  }

  /// Appends bytes of the part to others.
  @inline(__always)
  func append(_ range: Range<Int>, to output: inout [UInt8]) {
    guard range.lowerBound >= 0, range.upperBound <= count else { return }
    unsafe output.append(contentsOf: memory[range])
  }

  /// A part as text; what is no UTF-8 is replaced.
  func string(_ range: Range<Int>) -> String {
    guard let part = slice(range.lowerBound, range.count) else { return "" }
    return unsafe String(decoding: part.memory, as: UTF8.self)
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    guard let part = slice(range.lowerBound, range.count) else { return [] }
    return unsafe Array(part.memory)
  }
}
