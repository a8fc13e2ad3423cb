import Content
import Digest
import EventLog
import FileSystem
import HTTPTypes
import Hummingbird
import NIOCore
import Reports

/// What closes a gap, as a patch ready to be committed.
struct GapController: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  var routes: [Route] {
    [
      Route(.get, "/desk/gaps/article.patch", article),
      Route(.get, "/desk/gaps/synonym.patch", synonym),
    ]
  }

  private func article(_ call: Call) async throws -> Response {
    let (query, language) = try await gap(call)
    let form = call.site.description.searchForm(in: language.rawValue)
    let category = call.query["category"] ?? form?.categories.first?.key ?? ""
    let difficulty = call.query["difficulty"] ?? form?.difficulties.first?.key ?? ""
    return Self.response(
      GapPatch.article(
        query: query, language: language, category: category, difficulty: difficulty,
        folder: folderName))
  }

  private func synonym(_ call: Call) async throws -> Response {
    let (query, language) = try await gap(call)
    let word = Self.trimmed(call.query["word"] ?? "")
    guard !word.isEmpty, word.count <= 100 else {
      throw ProblemDetails.parameter(
        "word", "must be what the articles say, in at most 100 characters")
    }
    guard let folder = services.contentFolder,
      let bytes = try? FileSystem.read(folder + "/site.yaml")
    else {
      throw ProblemDetails.notFound(
        "content-unknown",
        "this server does not know the content; start it with --content, or add "
          + "[\(word), \(query)] to 'synonyms' in site.yaml yourself")
    }
    let patch = GapPatch.synonym(
      query: query, word: word, language: language, in: String(decoding: bytes, as: UTF8.self),
      folder: folderName)
    guard let patch else {
      throw ProblemDetails(
        status: .conflict, code: "synonyms-on-one-line",
        detail: "the synonyms of site.yaml are not a list, line by line; add "
          + "[\(word), \(query)] yourself")
    }
    return Self.response(patch)
  }

  /// The query and the language of a request that may be answered.
  private func gap(_ call: Call) async throws -> (query: String, language: LanguageCode) {
    _ = try await authentication.principal(call, .content)
    let query = Self.trimmed(call.query["query"] ?? "")
    guard !query.isEmpty, query.count <= 200 else {
      throw ProblemDetails.parameter(
        "query", "must be what was searched, in at most 200 characters")
    }
    return (query, LanguageCode(rawValue: try call.language()))
  }

  /// The content folder as its repository calls it.
  private var folderName: String {
    services.contentFolder?.split(separator: "/").last.map(String.init) ?? "content"
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func response(_ patch: GapPatch) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "text/x-diff; charset=utf-8", .cacheControl: "no-store",
        // The name is made of a slug: letters, digits and hyphens.
        .contentDisposition: "attachment; filename*=UTF-8''\(PercentCoding.encoded(patch.name))",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: patch.text)))
  }
}
