internal import CCurl

/// Hands messages to a web address.
enum WebhookTransport {
  /// How many seconds handing a message over may take; less than an outbox's lease.
  static let patience = 15

  /// Sends a request; returns when the receiver has taken it.
  static func send(_ request: WebhookRequest) throws(DeliveryFailure) {
    guard
      var transfer = CurlTransfer(
        url: request.url, protocols: "http,https", seconds: patience)
    else { throw DeliveryFailure(isPermanent: false, "libcurl could not be started") }
    transfer.set(
      CURLOPT_HTTPHEADER, request.headers.map { "\($0.name): \($0.value)" } + ["Expect:"])
    transfer.set(CURLOPT_USERAGENT, "Balise")
    transfer.post(request.body)
    let result = transfer.perform()
    if let reason = result.failure {
      throw DeliveryFailure(isPermanent: false, "the chat was not reached: \(reason)")
    }
    guard !(200...299).contains(result.status) else { return }
    let isPassing = result.status >= 500 || [401, 403, 408, 425, 429].contains(result.status)
    throw DeliveryFailure(
      isPermanent: !isPassing, "the chat answered with status \(result.status)",
      retryAfter: result.retryAfter)
  }
}
