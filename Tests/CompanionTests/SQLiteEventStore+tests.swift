import EventLog

/// What tests alone ask of a store.
extension SQLiteEventStore {
  /// What happened in a period, with nothing withheld.
  func report(period: ReportPeriod, limit: Int) async throws -> Report {
    try await report(ReportRequest(period: period, limit: limit, leastPeople: 0))
  }

  /// The first requests.
  func requests(isOpen: Bool?, limit: Int) async throws -> [HelpRequest] {
    try await requests(isOpen: isOpen, limit: limit, offset: 0).requests
  }

  /// The share of an id, or nil.
  func share(id: String) async throws -> Share? { try await shareSummary(id: id)?.share }

  /// How often a share's link was followed.
  func openingCount(shareID: String) async throws -> Int {
    try await shareSummary(id: shareID)?.openings ?? 0
  }

  /// Adds an agent with a token that may do whatever an agent may, and does not expire.
  func addAgent(name: String, tokenHash: [UInt8], time: Timestamp) async throws {
    try await addAgent(name: name, role: .agent, time: time)
    _ = try await addToken(
      agent: name, label: "", hash: tokenHash, scopes: AgentRole.agent.scopes, time: time,
      expires: nil)
  }
}
