import Synchronization

/// Keeps the templates of each language, which take milliseconds to parse.
final class LocalizedTemplatesCache: Sendable {
  private let templates = Mutex<[String: LocalizedTemplates]>([:])

  /// The templates of a language, made at the first call.
  func templates(
    for language: String, make: () -> LocalizedTemplates
  ) -> LocalizedTemplates {
    if let made = templates.withLock({ $0[language] }) { return made }
    let made = make()
    return templates.withLock { templates in
      if let first = templates[language] { return first }
      // A request can name any language; those that a site has are few.
      if templates.count >= 64 { templates.removeAll() }
      templates[language] = made
      return made
    }
  }
}
