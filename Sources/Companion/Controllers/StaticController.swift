import EventLog
import HTTPTypes
import Hummingbird

/// Answers with the files of the site.
struct StaticController: Sendable {
  let sender: FileSender
  let home: HomeController
  let search: SearchPageController
  let authentication: Authentication
  /// What pages reload themselves with; nil where nobody writes.
  let reload: LiveReload?

  /// The answer to a request for anything but the API.
  func respond(_ call: Call) async throws -> Response {
    let request = call.request.head
    guard request.method == .get || request.method == .head else {
      throw ProblemDetails.methodNotAllowed([.get, .head])
    }
    let segments = call.target.segments
    let basePath = call.site.basePath
    if segments.isEmpty, let redirect = languageChoice(call) { return redirect }
    if let (page, status) = try await rendered(call) {
      return await send(page, to: request, site: call.site, status: status)
    }
    let path = segments.joined(separator: "/")
    if !call.target.isFolder, let file = call.site.files[path], !Self.isErrorPage(segments) {
      return await send(file, to: request, site: call.site)
    }
    let index = path.isEmpty ? "index.html" : path + "/index.html"
    if let response = await agentsFile(path, index, call) { return response }
    if let file = call.site.files[index] {
      guard call.target.isFolder else {
        let query = call.target.rawQuery.map { "?" + $0 } ?? ""
        return .redirect(
          to: basePath + call.target.path(asFolder: true) + query, status: .movedPermanently)
      }
      return await send(file, to: request, site: call.site)
    }
    if let target = call.site.redirects.target(of: basePath + call.target.path(asFolder: false)) {
      return .redirect(to: target, status: .movedPermanently)
    }
    return await notFound(call)
  }

  /// A file that only agents are sent; for anyone else there is no such file.
  private func agentsFile(_ path: String, _ index: String, _ call: Call) async -> Response? {
    guard let agents = call.site.agents,
      let file = agents.files[call.target.isFolder ? index : path], file.path.contains("/"),
      !file.path.hasPrefix("search/"),
      await authentication.visitor(call)?.scopes.contains(.articles) == true
    else { return nil }
    var response = await send(file, to: call.request.head, site: call.site)
    response.headers[.cacheControl] = "private, no-store"
    return response
  }

  /// The designed page that says that there is nothing here, in the language of the address.
  func notFound(_ call: Call, status: HTTPResponse.Status = .notFound) async -> Response {
    await notFound(
      call.request.head, first: call.target.segments.first, site: call.site, status: status)
  }

  /// The same where the address could not even be read.
  func notFound(
    _ request: HTTPRequest, first: String? = nil, site: SiteSnapshot,
    status: HTTPResponse.Status = .notFound
  ) async -> Response {
    let preferred = site.language(
      named: nil, preference: request.headerFields[.acceptLanguage])
    let language = first.flatMap { site.languages.contains($0) ? $0 : nil } ?? preferred
    let page = language.flatMap { site.files["\($0)/404.html"] } ?? site.files["404.html"]
    guard let page else {
      return ProblemDetails.notFound("page-unknown", "there is no such page").response
    }
    return await send(page, to: request, site: site, status: status)
  }

  private func send(
    _ file: SiteFile, to request: HTTPRequest, site: SiteSnapshot,
    status: HTTPResponse.Status = .ok
  ) async -> Response {
    let page = reload?.page(file, basePath: site.basePath) ?? file
    return await sender.response(page, to: request, site: site, status: status)
  }

  /// Sends whoever asks for the root to the language they read; nil if nothing is known of them.
  private func languageChoice(_ call: Call) -> Response? {
    guard let header = call.request.headers[.acceptLanguage],
      let language = LanguagePreference(header).best(of: call.site.languages)
    else { return nil }
    var response = Response.redirect(to: "\(call.site.basePath)/\(language)/", status: .found)
    response.headers[.vary] = "Accept-Language"
    return response
  }

  private func rendered(
    _ call: Call
  ) async throws -> (page: SiteFile, status: HTTPResponse.Status)? {
    let segments = call.target.segments
    guard call.target.isFolder, let language = segments.first,
      call.site.languages.contains(language)
    else { return nil }
    if segments.count == 1 {
      return await home.page(language, site: call.site).map { ($0, .ok) }
    }
    guard segments == [language, "search"] else { return nil }
    return try await search.page(language, call: call)
  }

  private static func isErrorPage(_ segments: [String]) -> Bool {
    segments.last == "404.html" && segments.count <= 2
  }
}
