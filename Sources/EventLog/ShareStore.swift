/// Keeps what agents share, and the outbox of what is sent with it or to experts.
///
/// A message is sent by whoever claims it. A claim is a lease: who does not settle it in time, being
/// dead for example, loses it, and what it settles later is ignored.
public protocol ShareStore: Sendable {
  /// Stores a share together with its message, or neither of them.
  ///
  /// - Parameters:
  ///   - share: The share; an id that exists is an error.
  ///   - message: What to send with it; nil for a link that the agent passes on.
  ///   - due: When to send it, at the earliest.
  /// - Throws: An ``EventLogError``.
  func accept(_ share: Share, message: [UInt8]?, due: Timestamp) async throws

  /// Stores a request together with the mail that tells experts of it, or neither of them.
  ///
  /// - Parameters:
  ///   - request: The request; one of an id that exists is the same one, and is not stored again.
  ///   - message: What to send with it; nil where nobody is told.
  ///   - due: When to send it, at the earliest.
  /// - Throws: An ``EventLogError``.
  func accept(_ request: HelpRequest, message: [UInt8]?, due: Timestamp) async throws

  /// A share with what became of it, or nil.
  func shareSummary(id: String) async throws -> ShareSummary?

  /// The latest shares, the last one first.
  ///
  /// - Parameters:
  ///   - conversation: Only those of this conversation; nil for all.
  ///   - agent: Only those of this agent; nil for all.
  ///   - limit: How many at most.
  ///   - offset: How many to leave out.
  /// - Returns: The shares, and how many there are in all.
  /// - Throws: An ``EventLogError``.
  func shareSummaries(conversation: String?, agent: String?, limit: Int, offset: Int) async throws
    -> (shares: [ShareSummary], total: Int)

  /// Takes a share back as if it had never been; false if its message has been tried to send, or
  /// there is none to wait for.
  func undoShare(id: String, at time: Timestamp) async throws -> Bool

  /// Makes a share's link work no more, and keeps its message from being sent.
  func revokeShare(id: String, at time: Timestamp) async throws

  /// Claims messages that are due, for as long as a lease lasts.
  func claimMessages(limit: Int, lease: Duration, at time: Timestamp) async throws -> [OutboxEntry]

  /// Notes what came of an attempt, unless the claim has been lost.
  func settle(_ entry: OutboxEntry, _ outcome: OutboxOutcome, at time: Timestamp) async throws

  /// Notes that the message of a share came back.
  func noteBounce(shareID: String, fault: String, at time: Timestamp) async throws -> Bool

  /// The messages in a state, the last changed first, and how many there are in all.
  func messages(in state: OutboxEntry.State, limit: Int, offset: Int) async throws
    -> (messages: [OutboxEntry], total: Int)

  /// Has a dead message sent again; false if there is no such message, it is not dead, or its share's
  /// link works no more.
  func resendMessage(id: Int64, at time: Timestamp) async throws -> Bool

  /// How many messages there are in each state.
  func messageCounts() async throws -> [OutboxEntry.State: Int]

  /// Begins to answer a request that may be sent twice; nil if it is new, else what is known of it.
  func beginRequest(key: [UInt8], fingerprint: [UInt8], at time: Timestamp) async throws
    -> AnsweredRequest?

  /// Keeps the answer to a request that may be sent twice.
  func finishRequest(key: [UInt8], status: Int, body: [UInt8]) async throws

  /// Forgets a request that was not answered.
  func forgetRequest(key: [UInt8]) async throws
}
