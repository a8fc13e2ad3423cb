import Digest
import HTTPTypes
import Synchronization

/// The tokens and sessions that were found to be ones, by their digests, so that the next request which
/// shows one is known for an agent's before the store is asked.
///
/// It decides about allowances of requests alone, never about who may do what.
final class KnownProofs: Sendable {
  private let known = Mutex<Set<[UInt8]>>([])
  /// How many are remembered; then all are learnt anew.
  private static let capacity = 10_000

  /// Notes that the digest is of a token or a session that is one.
  func add(_ digest: [UInt8]) {
    known.withLock { known in
      if known.count >= Self.capacity { known = [] }
      known.insert(digest)
    }
  }

  /// Whether the digest was found to be of a token or a session.
  func contains(_ digest: [UInt8]) -> Bool { known.withLock { $0.contains(digest) } }

  /// The digest of what a request shows to prove who makes it; nil if it shows nothing.
  static func digest(_ headers: HTTPFields) -> [UInt8]? {
    (headers[.authorization] ?? headers[.cookie]).map { SHA256.hash(Array($0.utf8)) }
  }
}
