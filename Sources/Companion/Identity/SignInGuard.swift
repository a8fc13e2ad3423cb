import Digest
import EventLog
import Foundation

/// Checks pass-phrases slowly and one at a time, and only so many of them.
///
/// Guessing is limited by name and by network, as the site says. Who is locked out may still use a link
/// from the command line.
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

  /// Hashing takes a processor and 32 MiB: those who wait, wait in line, on no thread of the server.
  private static let queue = DispatchQueue(label: "pass-phrases", qos: .userInitiated)

  /// Tries to sign in.
  func attempt(name: String, passphrase: String, _ call: Call) async throws -> Outcome {
    let key = try await key.bytes(services)
    let limits = call.site.description.deskLimits.attempts
    let nameKey = Self.attemptKey("name:" + name.lowercased(), key)
    let blocked = try await services.ask {
      try await $0.countAttempt(
        limits: [
          (nameKey, limits.name), (Self.attemptKey(network: call.network, key), limits.network),
        ], window: limits.window, at: .now)
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

  /// Counts an answer of an issuer that a browser brings; when to try again if it brought too many.
  ///
  /// Each costs a question to the issuer, and only who was signed in there brings one that is right.
  func countIssuerAnswer(_ call: Call) async throws -> Timestamp? {
    let limits = call.site.description.deskLimits.attempts
    let key = Self.attemptKey(issuerAnswerOf: call.network, try await key.bytes(services))
    return try await services.ask {
      try await $0.countAttempt(
        limits: [(key, limits.network)], window: limits.window, at: .now)
    }
  }

  /// Forgets the answers of a network, of which one was right.
  func forgetIssuerAnswers(_ call: Call) async throws {
    let key = Self.attemptKey(issuerAnswerOf: call.network, try await key.bytes(services))
    try await services.ask { try await $0.clearAttempts(key: key) }
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

  private static func attemptKey(issuerAnswerOf network: [UInt8]?, _ key: [UInt8]) -> [UInt8] {
    attemptKey("issuer:" + Hexadecimal.text(network ?? []), key)
  }

  private static func attemptKey(network: [UInt8]?, _ key: [UInt8]) -> [UInt8] {
    attemptKey("network:" + Hexadecimal.text(network ?? []), key)
  }

  /// What an attempt is counted by: no name, and no address, can be read from it.
  private static func attemptKey(_ text: String, _ key: [UInt8]) -> [UInt8] {
    HMACSHA256.code(Array(text.utf8), key: key)
  }
}
