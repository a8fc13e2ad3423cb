internal import Transfer

/// Hands messages to a web address.
enum WebhookTransport {
  /// How many seconds handing a message over may take; less than an outbox's lease.
  static let patience = 15

  /// Sends a request; returns when the receiver has taken it.
  static func send(_ request: WebhookRequest) throws(DeliveryFailure) {
    let transfer = WebTransfer(
      url: request.url, headers: request.headers.map { .init(name: $0.name, value: $0.value) },
      body: request.body, patience: patience)
    let answer: WebTransfer.Answer
    do {
      answer = try transfer.perform()
    } catch {
      throw DeliveryFailure(isPermanent: false, "the chat was not reached: \(error)")
    }
    guard !(200...299).contains(answer.status) else { return }
    let isPassing = answer.status >= 500 || [401, 403, 408, 425, 429].contains(answer.status)
    throw DeliveryFailure(
      isPermanent: !isPassing, "the chat answered with status \(answer.status)",
      retryAfter: answer.retryAfter)
  }
}
