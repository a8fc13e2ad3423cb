/// What came of an attempt to send a message.
public enum OutboxOutcome: Sendable, Hashable {
  /// It was handed over.
  case sent
  /// It was not, and will be tried again at an instant.
  case retry(at: Timestamp, fault: String)
  /// It was not, and trying again is of no use.
  case dead(fault: String)
}
