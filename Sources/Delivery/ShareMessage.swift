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
  /// What must not be missed, before the steps.
  public let cautions: [String]
  /// The article's steps, as plain text.
  public let steps: [String]

  /// A message about an article.
  public init(
    title: String, description: String, url: String, language: String, note: String? = nil,
    cautions: [String] = [], steps: [String] = []
  ) {
    self.title = title
    self.description = description
    self.url = url
    self.language = language
    self.note = note
    self.cautions = cautions
    self.steps = steps
  }

  /// The message as plain text: the note, the title, the description, the steps and the link.
  public var text: String {
    let wording = ShareWording(language: language)
    var lines = [note ?? "", title, description].filter { !$0.isEmpty }
    lines += cautions.map { "⚠ \($0)" }
    lines += steps.enumerated().map { "\($0.offset + 1). \($0.element)" }
    return (lines + ["\(wording.read)\(url)"]).joined(separator: "\n")
  }

  /// The message as Markdown, in which what people wrote is text and no markup.
  public var markdown: String {
    let wording = ShareWording(language: language)
    var blocks: [String] = []
    if let note, !note.isEmpty { blocks.append(escapedMarkdown(note)) }
    blocks.append("**\(escapedMarkdown(title))**")
    if !description.isEmpty { blocks.append(escapedMarkdown(description)) }
    blocks += cautions.map { "> ⚠ \(escapedMarkdown($0))" }
    if !steps.isEmpty {
      blocks.append(
        steps.enumerated().map { "\($0.offset + 1). \(escapedMarkdown($0.element))" }
          .joined(separator: "\n"))
    }
    return (blocks + ["\(wording.read)<\(url)>"]).joined(separator: "\n\n")
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
    html += "</p>"
    for caution in cautions { html += "\n<p><strong>⚠ \(escapedHTML(caution))</strong></p>" }
    if !steps.isEmpty {
      html += "\n<ol>" + steps.map { "<li>\(escapedHTML($0))</li>" }.joined() + "</ol>"
    }
    return html
  }

  private func paragraph(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedHTML($0) }
      .joined(separator: "<br>\n")
  }

  private func escapedMarkdown(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>#|~!".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
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
