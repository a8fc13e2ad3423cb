import Digest
import EventLog
import Foundation

/// Checks pass-phrases slowly and one at a time, and only so many of them.
///
/// Guessing is limited by name and by network: five attempts for a name and thirty from a network in a
/// quarter of an hour. Who is locked out may still use a link from the command line.
struct SignInGuard: Sendable {
  let services: CompanionServices
  let key: SessionKey

  /// What came of an attempt.
  enum Outcome: Sendable {
    case accepted
    case refused
    /// Too many attempts; when to try again.
    case locked(until: Timestamp)
  }

  private static let window = Duration.seconds(15 * 60)
  private static let attemptsByName = 5
  private static let attemptsByNetwork = 30
  /// Hashing takes a processor and 32 MiB: those who wait, wait in line, on no thread of the server.
  private static let queue = DispatchQueue(label: "pass-phrases", qos: .userInitiated)

  /// Tries to sign in.
  func attempt(name: String, passphrase: String, network: [UInt8]?) async throws -> Outcome {
    let key = try await key.bytes(services)
    let nameKey = Self.attemptKey("name:" + name.lowercased(), key)
    let networkKey = Self.attemptKey(
      "network:" + Hexadecimal.text(network ?? []), key)
    let blocked = try await services.ask {
      try await $0.countAttempt(
        limits: [(nameKey, Self.attemptsByName), (networkKey, Self.attemptsByNetwork)],
        window: Self.window, at: .now)
    }
    if let blocked { return .locked(until: blocked) }
    let stored = try await services.ask { try await $0.passphrase(ofAgent: name) }
      .flatMap { PassphraseHash(stored: $0) }
    // An unknown name takes as long as a known one, so that the time does not tell them apart.
    let isRight = await Self.inLine {
      guard let stored else {
        _ = PassphraseHash(passphrase)
        return false
      }
      return stored.matches(passphrase)
    }
    guard isRight else { return .refused }
    try await services.ask { try await $0.clearAttempts(key: nameKey) }
    return .accepted
  }

  /// The stored form of a new pass-phrase.
  static func hash(_ passphrase: String) async -> String {
    await inLine { PassphraseHash(passphrase).stored }
  }

  private static func inLine<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }

  /// What an attempt is counted by: no name, and no address, can be read from it.
  private static func attemptKey(_ text: String, _ key: [UInt8]) -> [UInt8] {
    HMACSHA256.code(Array(text.utf8), key: key)
  }
}
