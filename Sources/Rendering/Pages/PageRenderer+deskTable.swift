import Content

extension PageRenderer {
  /// What the server needs to know of the agents' desk; spans in seconds, rates by the minute.
  func deskTable() -> JSONText {
    let desk = context.site.desk
    var fields: [(String, JSONText)] = [
      ("origins", .array(desk.origins.map { .string($0.description) })),
      (
        "plans",
        .object(desk.plans.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("networks", .array(desk.networks.map { .string($0) })),
      (
        "sessions",
        .object([
          ("idle", .number(desk.sessions.idle.seconds)),
          ("absolute", .number(desk.sessions.absolute.seconds)),
        ])
      ),
      (
        "attempts",
        .object([
          ("name", .number(desk.attempts.name)), ("network", .number(desk.attempts.network)),
          ("window", .number(desk.attempts.window.seconds)),
        ])
      ),
      (
        "rateLimits",
        .object([
          ("read", .number(desk.rateLimits.read)), ("write", .number(desk.rateLimits.write)),
          ("agent", .number(desk.rateLimits.agent)),
        ])
      ),
    ]
    if let experts = desk.experts { fields.append(("experts", .string(experts))) }
    if let openID = desk.openID { fields.append(("openid", table(openID))) }
    return .object(fields)
  }

  /// Where agents sign in: the secret is named here, and held by the server.
  private func table(_ openID: OpenIDSettings) -> JSONText {
    var fields: [(String, JSONText)] = [
      ("issuer", .string(openID.issuer)), ("clientId", .string(openID.clientID)),
      ("claim", .string(openID.claim)),
    ]
    switch openID.secret {
    case .variable(let reference): fields.append(("secret", .string(reference.variable)))
    case .file(let path): fields.append(("secretFile", .string(path)))
    case nil: break
    }
    if let authority = openID.authority { fields.append(("authority", .string(authority))) }
    let labels = languages.compactMap { language in
      openID.label.value(for: language.code, fallback: context.site.defaultLanguage)
        .map { (language.code.rawValue, JSONText.string($0)) }
    }
    if !labels.isEmpty { fields.append(("label", .object(labels))) }
    return .object(fields)
  }
}
