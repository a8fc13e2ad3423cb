import Diagnostics

/// Reads front matter from the keys of its YAML.
struct FrontMatterReader {
  private let site: SiteConfiguration
  private var reader: YAMLReader
  private var result = FrontMatter()
  /// The key that gave each value, for values with more than one name.
  private var given: [String: String] = [:]

  /// Reads all keys.
  ///
  /// - Returns: what could be read, and what is wrong.
  static func read(
    _ entries: [YAMLEntry], in source: SourceText, site: SiteConfiguration
  ) -> (FrontMatter, [Diagnostic]) {
    var reader = FrontMatterReader(site: site, reader: YAMLReader(source: source))
    for entry in entries { reader.read(entry) }
    reader.result.isFaulty = reader.reader.diagnostics.hasErrors
    return (reader.result, reader.reader.diagnostics)
  }

  private init(site: SiteConfiguration, reader: YAMLReader) {
    self.site = site
    self.reader = reader
  }

  private mutating func read(_ entry: YAMLEntry) {
    let name = entry.key
    let node = entry.value
    switch name {
    case "title": readTitle(node)
    case "description": result.description = reader.locatedText(node, name).map(Self.trimmed)
    case "id", "translationKey": if isFirst("id", entry) { readID(node, name) }
    case "slug": readSlug(node)
    case "category": if isFirst("category", entry) { readCategory(node, name) }
    case "categories": if isFirst("category", entry) { readCategories(node) }
    case "difficulty": readDifficulty(node)
    case "tags": readTags(node)
    case "keywords": result.keywords = reader.texts(node, name)?.map(\.value) ?? []
    case "related":
      result.related = reader.texts(node, name)?.map {
        Located(ArticleID(rawValue: $0.value), at: $0.place)
      }
    case "aliases": readAliases(node)
    case "weight", "sidebar_position":
      if isFirst("weight", entry) { readWeight(node, name) }
    case "sidebar": readSidebar(entry)
    case "draft": result.draft = reader.boolean(node, name) ?? false
    case "unlisted": result.unlisted = reader.boolean(node, name) ?? false
    case "visibility": readVisibility(node)
    case "lastUpdated", "lastmod":
      if isFirst("lastUpdated", entry) { result.lastUpdated = reader.date(node, name) }
    case "last_update": readLastUpdate(entry)
    case "reviewBy": result.reviewBy = reader.date(node, name)
    case "translation": readTranslation(node)
    case "params":
      guard !node.isNull, let entries = reader.mapping(node, name) else { return }
      result.params = reader.parameters(entries)
    default: reader.unknown(entry, known: FrontMatter.keys)
    }
  }

  /// Whether a value has not been given by another name before.
  private mutating func isFirst(_ key: String, _ entry: YAMLEntry) -> Bool {
    if let other = given[key] {
      reader.report(
        DiagnosticID.keyConflict, entry.keyRange, "'\(entry.key)' says the same as '\(other)'",
        FixIt("keep '\(key)' alone"))
      return false
    }
    given[key] = entry.key
    return true
  }

  private static func trimmed(_ text: Located<String>) -> Located<String> {
    guard let first = text.value.utf8.first, let last = text.value.utf8.last,
      first <= 0x20 || last <= 0x20
    else { return text }
    let bytes = Array(text.value.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Located(String(decoding: bytes[start..<end], as: UTF8.self), at: text.place)
  }

  private mutating func readTitle(_ node: YAMLNode) {
    if case .scalar(let text, _) = node.content, node.isNull || text.utf8.allSatisfy({ $0 <= 0x20 })
    {
      reader.report(
        DiagnosticID.titleMissing, node.range, "the title is empty", FixIt("give the article one"))
      return
    }
    result.title = reader.locatedText(node, "title").map(Self.trimmed)
  }

  private mutating func readID(_ node: YAMLNode, _ name: String) {
    guard let text = reader.locatedText(node, name) else { return }
    let id = ArticleID(rawValue: text.value)
    guard id.isValid else {
      let parts = text.value.split(separator: "/").map { Slug.make(from: String($0)) }
      let fixed = parts.isEmpty ? "article" : parts.joined(separator: "/")
      reader.report(
        DiagnosticID.idInvalid, node.range,
        "'\(text.value)' is no identifier: letters, digits, '-', '_', '.' and '/' make one",
        FixIt("replace it with '\(fixed)'", replacement: fixed))
      return
    }
    result.id = Located(id, at: text.place)
  }

  private mutating func readSlug(_ node: YAMLNode) {
    guard let text = reader.locatedText(node, "slug") else { return }
    guard Slug.isValid(text.value) else {
      let fixed = Slug.make(from: text.value)
      reader.report(
        DiagnosticID.slugInvalid, node.range,
        "'\(text.value)' cannot be part of an address as it stands",
        FixIt("replace it with '\(fixed)'", replacement: fixed))
      return
    }
    result.slug = text
  }

  private mutating func readCategory(_ node: YAMLNode, _ name: String) {
    guard let text = reader.locatedText(node, name) else { return }
    guard site.category(text.value) != nil else {
      reader.unknownCategory(text.value, node.range, of: site)
      return
    }
    result.category = text
  }

  private mutating func readCategories(_ node: YAMLNode) {
    if case .sequence(let items) = node.content, items.count == 1 {
      readCategory(items[0], "categories")
    } else if case .sequence = node.content {
      reader.report(
        DiagnosticID.typeMismatch, node.range, "an article has one category",
        FixIt("write 'category:' and one key"))
    } else {
      readCategory(node, "categories")
    }
  }

  private mutating func readDifficulty(_ node: YAMLNode) {
    guard !node.isNull, let text = reader.locatedText(node, "difficulty") else { return }
    guard site.difficulty(text.value) != nil else {
      reader.unknownDifficulty(text.value, node.range, of: site)
      return
    }
    result.difficulty = text
  }

  private mutating func readTags(_ node: YAMLNode) {
    guard let texts = reader.texts(node, "tags") else { return }
    var tags: [Located<String>] = []
    for tag in texts where !tags.contains(where: { $0.value == tag.value }) {
      guard Slug.isValid(tag.value) else {
        let fixed = Slug.make(from: tag.value)
        reader.diagnostics.append(
          Diagnostic(
            .error, id: DiagnosticID.tagInvalid, path: reader.source.path, at: tag.place.start,
            to: tag.place.end, "the tag '\(tag.value)' cannot be part of an address",
            suggestion: FixIt(
              "write '\(fixed)' and give it a label in site.yaml", replacement: fixed),
            sourceLine: reader.source.line(tag.place.start.line)))
        continue
      }
      tags.append(tag)
    }
    result.tags = tags
  }

  private mutating func readAliases(_ node: YAMLNode) {
    guard let texts = reader.texts(node, "aliases") else { return }
    for text in texts {
      guard let path = AliasPath.normalized(text.value) else {
        let fixed = AliasPath.suggestion(for: text.value)
        reader.diagnostics.append(
          Diagnostic(
            .error, id: DiagnosticID.aliasInvalid, path: reader.source.path, at: text.place.start,
            to: text.place.end, "'\(text.value)' is no path on this site",
            suggestion: FixIt("write '\(fixed)'", replacement: fixed),
            sourceLine: reader.source.line(text.place.start.line)))
        continue
      }
      if !result.aliases.contains(where: { $0.value == path }) {
        result.aliases.append(Located(path, at: text.place))
      }
    }
  }

  private mutating func readWeight(_ node: YAMLNode, _ name: String) {
    guard !node.isNull, let number = reader.integer(node, name) else { return }
    result.weight = Located(number, at: SourcePlace(node.range, in: reader.source))
  }

  /// Starlight's `sidebar: {order: 2}`; its other keys shape its own navigation only.
  private mutating func readSidebar(_ entry: YAMLEntry) {
    guard let entries = reader.mapping(entry.value, entry.key) else { return }
    for inner in entries {
      switch inner.key {
      case "order": if isFirst("weight", entry) { readWeight(inner.value, "sidebar.order") }
      case "label", "badge", "hidden", "attrs": break
      default: reader.unknown(inner, known: ["order"], in: entry.key)
      }
    }
  }

  private mutating func readVisibility(_ node: YAMLNode) {
    guard let text = reader.locatedText(node, "visibility") else { return }
    guard let visibility = Visibility(rawValue: text.value) else {
      let names = Visibility.allCases.map(\.rawValue)
      let nearest = Suggestion.nearest(to: text.value, among: names)
      reader.report(
        DiagnosticID.typeMismatch, node.range,
        "'visibility' takes \(names.joined(separator: " or ")), not '\(text.value)'",
        nearest.map { FixIt("replace '\(text.value)' with '\($0)'", replacement: $0) })
      return
    }
    result.visibility = Located(visibility, at: text.place)
  }

  /// Docusaurus's `last_update: {date: 2026-01-31, author: …}`.
  private mutating func readLastUpdate(_ entry: YAMLEntry) {
    guard let entries = reader.mapping(entry.value, entry.key) else { return }
    for inner in entries {
      switch inner.key {
      case "date":
        if isFirst("lastUpdated", entry) {
          result.lastUpdated = reader.date(inner.value, "last_update.date")
        }
      case "author": break
      default: reader.unknown(inner, known: ["date", "author"], in: entry.key)
      }
    }
  }

  private mutating func readTranslation(_ node: YAMLNode) {
    guard !node.isNull, let entries = reader.mapping(node, "translation") else { return }
    for inner in entries {
      if inner.key == "sourceHash" {
        result.sourceHash = reader.locatedText(inner.value, "translation.sourceHash")
      } else {
        reader.unknown(inner, known: ["sourceHash"], in: "translation")
      }
    }
  }
}
