internal import CBrotli
internal import CZlib

/// Compresses what is sent to browsers.
public enum Compression {
  /// The bytes as one gzip member (RFC 1952), or nil when zlib has no memory.
  ///
  /// - Parameters:
  ///   - bytes: what to compress.
  ///   - level: from 1, fast, to 9, small.
  /// - Returns: the member, or nil.
  public static func gzip(_ bytes: UnsafeRawBufferPointer, level: Int32 = 6) -> [UInt8]? {
    var stream = unsafe z_stream()
    // 15 bits of window, and 16 to ask for a gzip header instead of zlib's.
    guard unsafe balise_deflate_init(&stream, level, 31) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    var succeeded = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      let input = unsafe bytes.bindMemory(to: UInt8.self)
      unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.avail_in = UInt32(clamping: bytes.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(clamping: output.count)
      succeeded = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
      count = unsafe Int(stream.total_out)
    }
    return succeeded ? result : nil
  }

  /// The bytes as one gzip member, or nil when zlib has no memory.
  public static func gzip(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
    unsafe bytes.withUnsafeBytes { unsafe gzip($0, level: level) }
  }

  /// The bytes as a Brotli stream (RFC 7932), or nil when the encoder fails.
  ///
  /// - Parameters:
  ///   - bytes: what to compress.
  ///   - quality: from 0, fast, to 11, small; 5 is as fast as gzip and smaller.
  /// - Returns: the stream, or nil.
  public static func brotli(_ bytes: UnsafeRawBufferPointer, quality: Int32 = 5) -> [UInt8]? {
    let bound = max(BrotliEncoderMaxCompressedSize(bytes.count), 1024)
    var succeeded = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      let input = unsafe bytes.bindMemory(to: UInt8.self)
      count = output.count
      succeeded =
        unsafe BrotliEncoderCompress(
          quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, input.baseAddress,
          &count, output.baseAddress) == BROTLI_TRUE
      if !succeeded { count = 0 }
    }
    return succeeded ? result : nil
  }

  /// The bytes as a Brotli stream, or nil when the encoder fails.
  public static func brotli(_ bytes: [UInt8], quality: Int32 = 5) -> [UInt8]? {
    unsafe bytes.withUnsafeBytes { unsafe brotli($0, quality: quality) }
  }
}
