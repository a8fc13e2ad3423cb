import Diagnostics

extension SiteReader {
  private static let openIDKeys = [
    "issuer", "clientId", "secret", "secretFile", "claim", "label", "authority",
  ]

  /// The issuer at which agents may sign in; nil after it has noted why there is none.
  mutating func openID(_ node: YAMLNode) -> OpenIDSettings? {
    guard !node.isNull, let entries = reader.mapping(node, "desk.openid") else { return nil }
    var result = OpenIDSettings(issuer: "", clientID: "")
    for entry in entries {
      switch entry.key {
      case "issuer": result.issuer = issuer(entry.value) ?? ""
      case "clientId": result.clientID = nonEmpty(entry) ?? ""
      case "secret":
        let reference = secret(entry.value, "secret", "BALISE_OPENID_SECRET")
        result.secret = reference.map { .variable($0) }
      case "secretFile": result.secret = file(entry).map { .file($0) }
      case "claim": result.claim = claim(entry.value) ?? result.claim
      case "label":
        result.label = localized(entry.value, "desk.openid.label") ?? Localized()
      case "authority": result.authority = file(entry)
      default: reader.unknown(entry, known: Self.openIDKeys, in: "desk.openid")
      }
    }
    if let other = entries.first(where: { $0.key == "secretFile" }),
      entries.contains(where: { $0.key == "secret" })
    {
      reader.report(
        DiagnosticID.keyConflict, other.keyRange,
        "'secret' and 'secretFile' both say where the secret is", FixIt("remove one of them"))
    }
    reader.require(["issuer", "clientId"], entries, node, "desk.openid")
    return result
  }

  private mutating func issuer(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node, "issuer") else { return nil }
    guard SecureAddress(text) != nil, !text.contains("?") else {
      reader.report(
        DiagnosticID.addressInvalid, node.range,
        "'\(text)' is no address of an issuer: it begins with https:, has no query, and http: is for "
          + "this very machine alone", FixIt("write it as https://id.example.com"))
      return nil
    }
    return text
  }

  private mutating func claim(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node, "claim") else { return nil }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      reader.report(
        DiagnosticID.valueInvalid, node.range, "'\(text)' names no claim",
        FixIt("write it as email or preferred_username"))
      return nil
    }
    return text
  }

  private mutating func nonEmpty(_ entry: YAMLEntry) -> String? {
    guard let text = reader.text(entry.value, entry.key) else { return nil }
    guard !text.isEmpty else {
      reader.report(DiagnosticID.valueInvalid, entry.value.range, "'\(entry.key)' is empty")
      return nil
    }
    return text
  }

  private mutating func file(_ entry: YAMLEntry) -> String? {
    guard let text = reader.text(entry.value, entry.key) else { return nil }
    guard text.hasPrefix("/") else {
      reader.report(
        DiagnosticID.valueInvalid, entry.value.range,
        "'\(entry.key)' takes the whole path of a file, as the server runs anywhere",
        FixIt("write it as /etc/balise/…"))
      return nil
    }
    return text
  }
}
