import Glibc

/// An open file descriptor that closes itself.
///
/// It keeps no path, so that it can be discarded; callers name the file for errors.
struct FileHandle: ~Copyable, Sendable {
  let descriptor: Int32

  init(_ path: String, _ flags: Int32, mode: mode_t = 0o644, operation: String)
    throws(FileSystemError)
  {
    var descriptor: Int32
    repeat {
      descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw FileSystemError(operation, path) }
    self.descriptor = descriptor
  }

  deinit { _ = Glibc.close(descriptor) }

  /// The file's size, kind and times.
  func status(_ path: String) throws(FileSystemError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileSystemError("read", path) }
    return status
  }

  /// Writes all bytes, however many calls the system needs.
  func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if result < 0 {
        if errno == EINTR { continue }
        throw FileSystemError("write", path)
      }
      written += result
    }
  }

  /// Closes the file; a full disk may be reported only here.
  consuming func close(_ path: String) throws(FileSystemError) {
    let descriptor = descriptor
    discard self
    guard Glibc.close(descriptor) == 0 else { throw FileSystemError("write", path) }
  }
}
