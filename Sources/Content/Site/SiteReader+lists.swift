import Diagnostics

extension SiteReader {
  /// The categories, in order.
  mutating func categories(_ node: YAMLNode) -> [Category] {
    var result: [Category] = []
    for item in items(node, "categories") {
      guard let entries = reader.mapping(item, "categories") else { continue }
      var category = Category(key: "", label: Localized())
      for entry in entries {
        switch entry.key {
        case "key": category.key = key(entry.value, taken: result.map(\.key), "category")
        case "icon": category.icon = reader.text(entry.value, "icon") ?? ""
        case "label": category.label = localized(entry.value, "label") ?? Localized()
        case "description":
          guard !entry.value.isNull else { continue }
          category.description =
            localized(entry.value, "description", isName: false) ?? Localized()
        default:
          reader.unknown(
            entry, known: ["key", "icon", "label", "description"], in: "a category")
        }
      }
      reader.require(["key"], entries, item, "a category")
      fill(&category.label, key: category.key)
      result.append(category)
    }
    if result.isEmpty, case .sequence = node.content {
      reader.report(DiagnosticID.keyMissing, node.range, "a site has one category at least")
    }
    return result
  }

  /// The difficulties, in order; those of every site when none are given.
  mutating func difficulties(_ node: YAMLNode) -> [Difficulty] {
    var result: [Difficulty] = []
    for item in items(node, "difficulties") {
      guard let entries = reader.mapping(item, "difficulties") else { continue }
      var difficulty = Difficulty(key: "", label: Localized())
      for entry in entries {
        switch entry.key {
        case "key": difficulty.key = key(entry.value, taken: result.map(\.key), "difficulty")
        case "icon": difficulty.icon = reader.text(entry.value, "icon") ?? ""
        case "label": difficulty.label = localized(entry.value, "label") ?? Localized()
        default: reader.unknown(entry, known: ["key", "icon", "label"], in: "a difficulty")
        }
      }
      reader.require(["key"], entries, item, "a difficulty")
      if let standard = Difficulty.standard.first(where: { $0.key == difficulty.key }) {
        if difficulty.label.isEmpty { difficulty.label = standard.label }
        if difficulty.icon.isEmpty { difficulty.icon = standard.icon }
      }
      fill(&difficulty.label, key: difficulty.key)
      result.append(difficulty)
    }
    return result.isEmpty ? Difficulty.standard : result
  }

  /// The names of tags.
  mutating func tags(_ node: YAMLNode) -> [String: Localized<String>] {
    guard !node.isNull, let entries = reader.mapping(node, "tags") else { return [:] }
    var result: [String: Localized<String>] = [:]
    for entry in entries {
      if !Slug.isValid(entry.key) {
        let fixed = Slug.make(from: entry.key)
        reader.report(
          DiagnosticID.tagInvalid, entry.keyRange,
          "the tag '\(entry.key)' cannot be part of an address",
          FixIt("replace it with '\(fixed)'", replacement: fixed))
      }
      result[entry.key] = localized(entry.value, "tags.\(entry.key)")
    }
    return result
  }

  /// How agents' messages leave.
  mutating func sharing(_ node: YAMLNode) -> Sharing {
    var result = Sharing()
    guard !node.isNull, let entries = reader.mapping(node, "sharing") else { return result }
    for entry in entries {
      switch entry.key {
      case "mail":
        guard let inner = reader.mapping(entry.value, "sharing.mail") else { continue }
        var mail = Sharing.Mail(from: "")
        for field in inner {
          switch field.key {
          case "from": mail.from = reader.text(field.value, "from") ?? ""
          case "smtp": mail.smtp = secret(field.value, "smtp", "BALISE_SMTP_URL")
          case "replyTo": mail.replyTo = reader.text(field.value, "replyTo")
          default: reader.unknown(field, known: ["from", "smtp", "replyTo"], in: "sharing.mail")
          }
        }
        reader.require(["from", "smtp"], inner, entry.value, "sharing.mail")
        result.mail = mail
      case "chat":
        guard let inner = reader.mapping(entry.value, "sharing.chat") else { continue }
        var chat = Sharing.Chat()
        for field in inner {
          switch field.key {
          case "webhook": chat.webhook = secret(field.value, "webhook", "BALISE_CHAT_WEBHOOK")
          case "secret": chat.secret = secret(field.value, "secret", "BALISE_CHAT_SECRET")
          case "format": chat.format = chatFormat(field.value) ?? .balise
          default:
            reader.unknown(field, known: ["webhook", "secret", "format"], in: "sharing.chat")
          }
        }
        reader.require(["webhook"], inner, entry.value, "sharing.chat")
        result.chat = chat
      default: reader.unknown(entry, known: ["mail", "chat"], in: "sharing")
      }
    }
    return result
  }

  private mutating func chatFormat(_ node: YAMLNode) -> Sharing.ChatFormat? {
    guard let text = reader.text(node, "format") else { return nil }
    if let format = Sharing.ChatFormat(rawValue: text) { return format }
    let names = Sharing.ChatFormat.allCases.map(\.rawValue)
    reader.report(
      DiagnosticID.typeMismatch, node.range,
      "'format' takes \(names.dropLast().joined(separator: ", ")) or \(names.last ?? ""), "
        + "not '\(text)'")
    return nil
  }

  /// What names a secret; nil after it has noted that it is none, without repeating it.
  mutating func secret(
    _ node: YAMLNode, _ name: String, _ example: String
  ) -> SecretReference? {
    guard let text = reader.text(node, name) else { return nil }
    if let reference = SecretReference(text) { return reference }
    // The secret itself is in no message: output of builds is kept and shown.
    var report = Diagnostic(
      .error, id: DiagnosticID.secretWritten, in: reader.source, range: node.range,
      "'\(name)' names an environment variable and never holds the secret itself",
      suggestion: FixIt("write 'env:\(example)'", replacement: "env:\(example)"))
    report.sourceLine = nil
    reader.diagnostics.append(report)
    return nil
  }

  /// The items of a list; none for `null`.
  mutating func items(_ node: YAMLNode, _ name: String) -> [YAMLNode] {
    if case .sequence(let items) = node.content { return items }
    if !node.isNull || name == "categories" {
      reader.report(DiagnosticID.typeMismatch, node.range, "'\(name)' takes a list")
    }
    return []
  }

  private mutating func key(_ node: YAMLNode, taken: [String], _ what: String) -> String {
    guard let text = reader.text(node, "key") else { return "" }
    if !Slug.isValid(text) {
      let fixed = Slug.make(from: text)
      reader.report(
        DiagnosticID.keyInvalid, node.range, "the key '\(text)' cannot be part of an address",
        FixIt("replace it with '\(fixed)'", replacement: fixed))
    } else if taken.contains(text) {
      reader.report(DiagnosticID.keyDuplicate, node.range, "the \(what) '\(text)' is given twice")
    }
    return text
  }

  /// Gives a name to what has none: its key.
  private func fill(_ label: inout Localized<String>, key: String) {
    guard label.isEmpty, !key.isEmpty else { return }
    for language in languages { label[language] = key }
  }
}
