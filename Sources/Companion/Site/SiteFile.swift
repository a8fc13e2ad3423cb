import Digest
import FileSystem
import Synchronization

/// One file that the server can send: its bytes, and what is known about them.
///
/// The bytes never change: a file of the site is mapped when the site is loaded, and a build puts
/// new files in the place of old ones instead of writing into them.
final class SiteFile: Sendable {
  /// Where the bytes are.
  private enum Source: Sendable {
    case mapped(MappedFile)
    case memory([UInt8])
  }

  /// The path below the site's folder.
  let path: String
  /// The value of `Content-Type`.
  let mediaType: String
  /// How long a browser may keep it.
  let cachePolicy: CachePolicy
  /// When the file was changed, in nanoseconds since 1970; 0 for what is not a file.
  let modified: Int64
  /// Whether the server has written it itself.
  var isMade: Bool { modified == 0 }
  private let source: Source
  private let tag = Mutex<EntityTag?>(nil)

  /// Maps a file of the site, or reads it where no more can be mapped.
  init(site: String, path: String, modified: Int64, isMapped: Bool = true) throws {
    let location = site + "/" + path
    source = isMapped ? .mapped(try MappedFile(location)) : .memory(try FileSystem.read(location))
    self.path = path
    self.modified = modified
    mediaType = MediaType.header(forPath: path)
    cachePolicy = CachePolicy(path: path)
  }

  /// Makes a page that the server has written itself.
  init(path: String, bytes: [UInt8]) {
    source = .memory(bytes)
    self.path = path
    modified = 0
    mediaType = MediaType.header(forPath: path)
    cachePolicy = .revalidated
  }

  /// The size in bytes.
  var count: Int {
    switch source {
    case .mapped(let file): file.count
    case .memory(let bytes): bytes.count
    }
  }

  /// Calls `body` with the bytes, which are valid while it runs.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    switch source {
    case .mapped(let file): try file.withBytes(body)
    case .memory(let bytes): try bytes.withUnsafeBytes(body)
    }
  }

  /// A copy of the bytes.
  var bytes: [UInt8] { withBytes { [UInt8]($0) } }

  /// Half of the SHA-256 digest of the bytes, worked out when first asked for.
  var entityTag: EntityTag {
    tag.withLock { tag in
      if let tag { return tag }
      let digest = withBytes { SHA256.hash($0) }
      let made = EntityTag(value: Hexadecimal.text(digest.prefix(16)))
      tag = made
      return made
    }
  }
}
