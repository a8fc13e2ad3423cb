/// Keeps who may use the server, and how they prove that it is them.
///
/// Tokens, sessions and links are known by the digests of their secrets. What fails throws an
/// ``EventLogError``.
public protocol IdentityStore: Sendable {
  /// Adds an agent; a name in use is an error.
  func addAgent(name: String, role: AgentRole, time: Timestamp) async throws

  /// All agents by name, the revoked ones included.
  func agents() async throws -> [Agent]

  /// Lets an agent in no longer, by any way; a name not in use is an error.
  func revokeAgent(name: String, time: Timestamp) async throws

  /// Sets what an agent may do; a name not in use is an error.
  func setRole(_ role: AgentRole, ofAgent name: String) async throws

  /// Sets the stored form of an agent's pass-phrase, and ends the agent's sessions.
  func setPassphrase(_ hash: String, ofAgent name: String) async throws

  /// The stored form of an agent's pass-phrase; nil if there is no such agent, or none was chosen.
  func passphrase(ofAgent name: String) async throws -> String?

  /// The agent whom an issuer of identities (OpenID Connect) knows as a subject.
  ///
  /// Who has signed in there once is known by the subject for good, whatever their name becomes. Who
  /// comes for the first time is the agent of the name, if no other subject of that issuer is.
  ///
  /// - Parameters:
  ///   - subject: what the issuer knows the person as.
  ///   - issuer: what the issuer calls itself.
  ///   - name: the agent's name, as the issuer says it.
  ///   - ignoringCase: whether capitals are the same letters.
  /// - Returns: the agent; nil if nobody was added by that name, or the name is another subject's.
  /// - Throws: an ``EventLogError``.
  func agent(
    subject: String, of issuer: String, named name: String, ignoringCase: Bool
  ) async throws -> Agent?

  /// Forgets what an issuer knows an agent as, so that another account may take its place.
  func forgetSubject(ofAgent name: String) async throws

  /// Adds a token to an agent, and returns its number.
  func addToken(
    agent: String, label: String, hash: [UInt8], scopes: Set<AccessScope>, time: Timestamp,
    expires: Timestamp?
  ) async throws -> Int64

  /// All tokens, the oldest first; those of one agent if a name is given.
  func tokens(agent: String?) async throws -> [AgentToken]

  /// Stops accepting a token; a number not in use is an error.
  func revokeToken(id: Int64, time: Timestamp) async throws

  /// The agent whose token has a digest, with what the token may do, unless it has expired or been
  /// revoked.
  func access(tokenHash: [UInt8], at time: Timestamp) async throws -> TokenAccess?

  /// Adds a link by which an agent signs in once.
  func addSignInLink(agent: String, hash: [UInt8], expires: Timestamp) async throws

  /// The agent who may sign in by a link; the link still works afterwards.
  func signInLink(hash: [UInt8], at time: Timestamp) async throws -> Agent?

  /// The agent who may sign in by a link; the link works no more.
  func takeSignInLink(hash: [UInt8], at time: Timestamp) async throws -> Agent?

  /// Begins a session.
  func startSession(agent: String, hash: [UInt8], time: Timestamp) async throws

  /// The agent of a session that is within its limits.
  ///
  /// - Parameters:
  ///   - hash: The digest of its secret.
  ///   - limits: How long sessions last.
  ///   - time: Now.
  ///   - isUse: Whether it is used by this, which is noted; else it is only looked at.
  /// - Returns: The agent; nil if the session has ended.
  /// - Throws: An ``EventLogError``.
  func session(
    hash: [UInt8], limits: SessionLimits, at time: Timestamp, isUse: Bool
  ) async throws -> Agent?

  /// Ends a session.
  func endSession(hash: [UInt8]) async throws

  /// Counts an attempt to sign in, unless one of its keys has been tried too often.
  ///
  /// The attempt is counted before it is known whether it succeeds, so that many at once cannot
  /// pass together.
  ///
  /// - Parameters:
  ///   - limits: How many attempts each key has within the window.
  ///   - window: How long an attempt counts.
  ///   - time: Now.
  /// - Returns: Nil if the attempt may be made, else when to try again.
  /// - Throws: An ``EventLogError``.
  func countAttempt(
    limits: [(key: [UInt8], attempts: Int)], window: Duration, at time: Timestamp
  ) async throws -> Timestamp?

  /// Forgets the attempts of a key, which succeeded.
  func clearAttempts(key: [UInt8]) async throws

  /// A secret of this store: 32 random bytes that are made the first time they are asked for.
  func secret(named name: String) async throws -> [UInt8]
}

extension IdentityStore {
  /// The agent of a session that is within its limits; notes that it was used.
  public func session(
    hash: [UInt8], limits: SessionLimits, at time: Timestamp
  ) async throws -> Agent? {
    try await session(hash: hash, limits: limits, at: time, isUse: true)
  }
}
