import EventLog
import Rendering

extension DeskFrame {
  /// What stands around a page of the desk, for whoever is signed in.
  static func make(
    _ call: Call, _ principal: Principal, _ services: CompanionServices,
    _ authentication: Authentication
  ) async throws -> DeskFrame {
    let language = DeskPage.language(call)
    let path = call.site.basePath + call.target.path(asFolder: call.target.isFolder)
    return DeskFrame(
      language: language, siteTitle: DeskPage.title(call), base: call.site.basePath,
      styleSheet: DeskPage.styleSheet(call), agent: principal.name,
      csrf: try await authentication.requestToken(of: principal) ?? "",
      languages: call.site.languages.map { code in
        var items = call.query.items.filter { $0.name != "lang" }
        items.append(QueryItems.Item(name: "lang", value: code))
        return DeskFrame.Tongue(code: code, url: path + "?" + QueryItems(items).encoded)
      }, isAdmin: principal.scopes.contains(.admin))
  }
}
