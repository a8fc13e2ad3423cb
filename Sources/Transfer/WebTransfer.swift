internal import CCurl

/// A request to a web address, and how long an answer is waited for.
public struct WebTransfer: Sendable, Hashable {
  /// A header.
  public struct Header: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value, on one line.
    public var value: String

    /// A header of a name and a value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What the server answered.
  public struct Answer: Sendable, Hashable {
    /// The status; 200 for what went well.
    public var status: Int
    /// What it sent, a megabyte at most.
    public var body: [UInt8]
    /// For how many seconds the server asks to be left alone; 0 if it does not.
    public var retryAfter: Int
  }

  /// The address: `https:` or `http:`.
  public var url: String
  /// What is sent along; nil of a body makes it a `GET`.
  public var headers: [Header]
  /// What is posted; nil for a `GET`.
  public var body: String?
  /// How many seconds it may take.
  public var patience: Int
  /// A file of certificates to trust instead of the system's, for a private authority.
  public var authority: String?

  /// A request.
  public init(
    url: String, headers: [Header] = [], body: String? = nil, patience: Int = 10,
    authority: String? = nil
  ) {
    self.url = url
    self.headers = headers
    self.body = body
    self.patience = patience
    self.authority = authority
  }

  /// Makes the request, and blocks until it is answered; redirects are not followed.
  public func perform() throws(TransferFailure) -> Answer {
    guard var transfer = CurlTransfer(url: url, protocols: "http,https", seconds: patience) else {
      throw TransferFailure("libcurl could not be started")
    }
    transfer.set(CURLOPT_HTTPHEADER, headers.map { "\($0.name): \($0.value)" } + ["Expect:"])
    transfer.set(CURLOPT_USERAGENT, "Balise")
    if let authority { transfer.set(CURLOPT_CAINFO, authority) }
    if let body { transfer.post(body) }
    let result = transfer.perform()
    if let reason = result.failure { throw TransferFailure(reason) }
    return Answer(status: result.status, body: result.body, retryAfter: result.retryAfter)
  }
}
