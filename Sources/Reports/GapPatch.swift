public import Content

/// What closes a gap, as a patch that `git apply` takes.
public struct GapPatch: Sendable, Hashable {
  /// The name of the patch's file.
  public var name: String
  /// The patch, in git's format.
  public var text: String

  /// A draft of an article that answers a query.
  ///
  /// - Parameters:
  ///   - query: what was asked.
  ///   - language: the language to write in.
  ///   - category: the key of a category.
  ///   - difficulty: the key of a difficulty; empty for none.
  ///   - folder: the content folder, as the repository calls it.
  /// - Returns: the patch.
  public static func article(
    query: String, language: LanguageCode, category: String, difficulty: String,
    folder: String = "content"
  ) -> GapPatch {
    let slug = Slug.make(from: query)
    let title = query.prefix(1).uppercased() + query.dropFirst()
    let template = ArticleTemplate(
      id: ArticleID(rawValue: slug), language: language, category: category,
      difficulty: difficulty, isSource: true
    ).text
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("title: ") { return "title: " + quoted(title) }
      if line == "keywords: []" { return "keywords: [" + quoted(query) + "]" }
      return String(line)
    }
    let path = "\(folder)/\(language)/\(slug).md"
    return GapPatch(
      name: "article-\(slug).patch",
      text: UnifiedDiff.newFile(path, lines: Array(lines.dropLast())))
  }

  /// A line of `site.yaml` by which a query finds what other words find.
  ///
  /// - Parameters:
  ///   - query: what was asked.
  ///   - word: what the articles say.
  ///   - language: the language of both.
  ///   - source: `site.yaml` as it is.
  ///   - folder: the content folder, as the repository calls it.
  /// - Returns: the patch; nil where the file's synonyms are not written as a list, line by line.
  public static func synonym(
    query: String, word: String, language: LanguageCode, in source: String,
    folder: String = "content"
  ) -> GapPatch? {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let endsWithLine = lines.last == ""
    if endsWithLine { lines.removeLast() }
    let group = "[\(quoted(word)), \(quoted(query))]"
    guard let (place, added) = insertion(of: group, for: language, in: lines) else { return nil }
    return GapPatch(
      name: "synonym-\(Slug.make(from: query)).patch",
      text: UnifiedDiff.insertion(
        "\(folder)/site.yaml", lines: lines, at: place, added: added,
        endsWithLine: endsWithLine))
  }

  /// Where lines go, and which.
  private static func insertion(
    of group: String, for language: LanguageCode, in lines: [String]
  ) -> (place: Int, added: [String])? {
    guard let key = lines.firstIndex(where: { $0.hasPrefix("synonyms:") }) else {
      return (lines.count, ["", "synonyms:", "  \(language):", "    - \(group)"])
    }
    guard rest(lines[key], after: "synonyms:").isEmpty else { return nil }
    let block = lines[(key + 1)...].prefix { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") }
    for place in block.indices {
      let line = lines[place]
      let indent = line.prefix { $0 == " " }
      guard line.dropFirst(indent.count).hasPrefix("\(language):") else { continue }
      guard rest(String(line.dropFirst(indent.count)), after: "\(language):").isEmpty else {
        return nil
      }
      let first = block[(place + 1)...].first { !$0.allSatisfy { $0 == " " } } ?? ""
      let itemIndent = first.drop { $0 == " " }.hasPrefix("-") ? first.prefix { $0 == " " } : nil
      return (place + 1, [(itemIndent.map(String.init) ?? indent + "  ") + "- \(group)"])
    }
    return (key + 1, ["  \(language):", "    - \(group)"])
  }

  /// What stands after a key, without comments.
  private static func rest(_ line: String, after key: String) -> Substring {
    let rest = line.dropFirst(key.count).drop { $0 == " " }
    return rest.hasPrefix("#") ? "" : rest
  }

  /// A text as YAML's double quotes have it.
  private static func quoted(_ text: some StringProtocol) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
