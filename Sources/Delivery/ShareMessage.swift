/// One shared article as a message: for a chat, a ticket or a mail.
public struct ShareMessage: Sendable, Hashable {
  /// The article's title.
  public let title: String
  /// What the article says, in one sentence; may be empty.
  public let description: String
  /// Where to read it.
  public let url: String
  /// The customer's language, such as `fr`.
  public let language: String
  /// What the agent writes along with it.
  public let note: String?

  /// A message about an article.
  public init(
    title: String, description: String, url: String, language: String, note: String? = nil
  ) {
    self.title = title
    self.description = description
    self.url = url
    self.language = language
    self.note = note
  }

  /// The message as plain text: the note, the title, the description and the link.
  public var text: String {
    let label = ShareWording(language: language).read
    return [note ?? "", title, description, "\(label)\(url)"]
      .filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// The message as a fragment of HTML, in which everything that people wrote is escaped.
  public var html: String {
    var html = ""
    if let note, !note.isEmpty {
      html += "<p>" + paragraph(note) + "</p>\n"
    }
    html += "<p lang=\"\(escapedHTML(language))\">"
    html += "<a href=\"\(escapedHTML(url))\"><strong>\(escapedHTML(title))</strong></a>"
    if !description.isEmpty {
      html += "<br>\n" + escapedHTML(description)
    }
    return html + "</p>"
  }

  private func paragraph(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedHTML($0) }
      .joined(separator: "<br>\n")
  }

  private func escapedHTML(_ text: some StringProtocol) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
