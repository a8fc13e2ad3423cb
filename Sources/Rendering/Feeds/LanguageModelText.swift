public import Content

/// `llms.txt`, `llms-full.txt` and the Markdown twins: the site as language models read it.
enum LanguageModelText {
  /// A version's Markdown: `# Title`, its description as a quotation, its text.
  static func article(_ version: ArticleVersion, _ markdown: [UInt8]) -> [UInt8] {
    var result = Array("# \(line(version.title))\n\n".utf8)
    if !version.description.isEmpty { result += "> \(line(version.description))\n\n".utf8 }
    result += trimmed(markdown)
    result.append(0x0A)
    return result
  }

  /// One line of Markdown that is text and nothing else.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "\\", "[", "]", "<", "*", "_", "`": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var slice = bytes[...]
    while let first = slice.first, first == 0x0A || first == 0x0D { slice = slice.dropFirst() }
    while let last = slice.last, last.isBlank { slice = slice.dropLast() }
    return slice
  }
}

extension PageRenderer {
  /// The beginning of `llms-full.txt`; ``languageModelHead(of:language:)`` and its Markdown
  /// follow for each article of each language.
  public func languageModelHeader() -> [UInt8] {
    let title = context.site.title.text(
      in: context.site.languages[0], context.site, or: "")
    return Array("# \(LanguageModelText.line(title))\n".utf8)
  }

  /// What stands before an article in `llms-full.txt`; the bytes of its ``articleMarkdown`` follow.
  public func languageModelHead(of article: Article, language: LanguageCode) -> [UInt8] {
    let (version, _) = article.version(for: language)
    let address = context.absoluteURL(version.permalink)
    return Array("\n---\n\nURL: \(address)\nLanguage: \(version.language)\n\n".utf8)
  }

  /// `llms.txt`: every article by language and category, linked to its Markdown.
  func languageModelIndex() -> String {
    let first = languages[0]
    let title = context.site.title.text(in: first.code, context.site, or: "")
    var text = "# \(LanguageModelText.line(title))\n\n"
    text +=
      "> \(LanguageModelText.line(first.strings.format("homeDescription", ["site": title])))\n"
    for language in languages {
      for group in language.categories where !group.articles.isEmpty {
        text += "\n## \(LanguageModelText.line(group.label))"
        if languages.count > 1 { text += " (\(LanguageName.own(of: language.code.rawValue)))" }
        text += "\n\n"
        for number in group.articles {
          let (version, _) = context.catalog.articles[number].version(for: language.code)
          text += "- [\(LanguageModelText.line(version.title))]"
          text += "(\(context.absoluteURL("\(version.permalink)index.md")))"
          if !version.description.isEmpty {
            text += ": \(LanguageModelText.line(version.description))"
          }
          text += "\n"
        }
      }
    }
    return text
  }
}
