/// The bytes of one piece of an index, in memory that the index reads in place.
///
/// The memory is never written and lives until the last reader is gone, so it may be shared by
/// any number of threads: that is why the class is `Sendable` though it holds a pointer.
@safe
public final class IndexBytes: @unchecked Sendable {
  private let memory: UnsafeRawBufferPointer
  private let release: @Sendable () -> Void

  /// Wraps memory that the caller mapped, for example a file.
  ///
  /// - Parameters:
  ///   - mapped: The memory; it must not change or move before `release` is called.
  ///   - release: Called once, when nothing reads the memory any more.
  public init(mapped: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    unsafe self.memory = mapped
    self.release = release
  }

  /// Copies bytes that are already in memory.
  ///
  /// - Parameter bytes: The content of one piece.
  public convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    unsafe copy.copyBytes(from: bytes)
    let address = UInt(bitPattern: copy.baseAddress)
    unsafe self.init(mapped: UnsafeRawBufferPointer(copy)) {
      unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  deinit { release() }

  /// All the bytes.
  var view: ByteView { unsafe ByteView(owner: self, memory: memory) }
}
