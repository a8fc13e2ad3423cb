import HTTPTypes
import Hummingbird
import Rendering

/// `GET /desk/assets/{name}`: the style sheets and scripts of the agents' pages, which are no part of
/// the built site.
struct DeskAssetController: Sendable {
  let services: CompanionServices
  private let sender = FileSender(compressed: CompressedBodies())
  private let files: [String: SiteFile]

  init(services: CompanionServices) {
    self.services = services
    files = services.templates.deskFiles.reduce(into: [:]) { files, entry in
      files[entry.key] = SiteFile(path: "desk/" + entry.key, bytes: entry.value)
    }
  }

  var routes: [Route] { [Route(.get, "/desk/assets/{name}", send)] }

  private func send(_ call: Call) async throws -> Response {
    guard let file = files[call.parameters["name"] ?? ""] else {
      throw ProblemDetails.notFound("asset-unknown", "there is no such file")
    }
    return await sender.response(file, to: call.request.head, site: call.site)
  }
}
