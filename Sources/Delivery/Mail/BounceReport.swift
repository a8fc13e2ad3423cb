/// What a mail that came back says (RFC 3464): which share it was, and why it was not delivered.
public struct BounceReport: Sendable, Hashable {
  /// The share whose mail came back.
  public let shareID: String
  /// Why, as the other server words it: `5.1.1: smtp; 550 no such user`.
  public let fault: String

  /// Reads a mail; nil unless it says for good that a mail of ours was not delivered.
  ///
  /// The mail that came back is in the report, whole or with its header alone; its `Message-ID` has
  /// the share's id.
  public init?(mail: String) {
    var share: String?
    var isFailed = false
    var status = ""
    var diagnostic = ""
    var field = ""
    for line in mail.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.first == " " || line.first == "\t" {
        if field == "diagnostic-code" { diagnostic += " " + line.drop { $0.isWhitespace } }
        if field == "message-id" { share = share ?? Self.share(line) }
        continue
      }
      guard let colon = line.firstIndex(of: ":") else { continue }
      field = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
      switch field {
      case "action": isFailed = isFailed || value.lowercased().hasPrefix("failed")
      case "status": status = String(value.prefix(20))
      case "diagnostic-code": diagnostic = String(value)
      case "message-id": share = share ?? Self.share(value)
      default: break
      }
    }
    guard let share, isFailed else { return nil }
    shareID = share
    fault = [status, String(diagnostic.prefix(500))].filter { !$0.isEmpty }
      .joined(separator: ": ")
  }

  /// The id in `<ID@domain>`, if it can be a share's.
  private static func share(_ value: some StringProtocol) -> String? {
    guard let open = value.firstIndex(of: "<"), let at = value[open...].firstIndex(of: "@") else {
      return nil
    }
    return ShareLink(id: value[value.index(after: open)..<at])?.id
  }
}
