/// A `POST` of JSON to a web address.
public struct WebhookRequest: Sendable, Hashable {
  /// A header.
  public struct Header: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String

    /// A header of a name and a value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Where it goes.
  public var url: String
  /// What it says of itself.
  public var headers: [Header]
  /// JSON.
  public var body: String

  /// A request of its parts.
  public init(url: String, headers: [Header], body: String) {
    self.url = url
    self.headers = headers
    self.body = body
  }
}
