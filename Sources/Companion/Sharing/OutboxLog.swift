import Delivery
import Logging

/// Logs what the outbox does: never an address, and nothing that a message says.
enum OutboxLog {
  static func write(_ notice: Outbox.Notice, to logger: Logger) {
    switch notice {
    case .sent(_, let channel):
      logger.info("a message was sent", metadata: ["channel": "\(channel)"])
    case .postponed(_, let channel, let fault):
      logger.warning(
        "a message could not be sent yet",
        metadata: ["channel": "\(channel)", "reason": "\(withoutAddresses(fault))"])
    case .died(_, let channel, let fault):
      logger.error(
        "a message could not be sent; /desk/outbox lists it",
        metadata: ["channel": "\(channel)", "reason": "\(withoutAddresses(fault))"])
    case .storeFailed(let reason):
      logger.error("the outbox cannot be read", metadata: ["reason": "\(reason)"])
    }
  }

  /// What a server said, without the addresses that it may have repeated.
  static func withoutAddresses(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.contains("@") ? "…" : String($0) }.joined(separator: " ")
  }
}
