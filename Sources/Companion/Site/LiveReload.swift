import Hummingbird

/// Lets pages that are open load themselves anew when the site changes, for those who write it.
struct LiveReload: Sendable {
  /// Adds the script to a page; other files stay as they are.
  func page(_ file: SiteFile, basePath: String) -> SiteFile {
    guard file.mediaType.hasPrefix("text/html") else { return file }
    var bytes = file.bytes
    bytes += "<script type=\"module\" src=\"\(basePath)\(Self.path)\"></script>\n".utf8
    return SiteFile(path: file.path, bytes: bytes)
  }

  /// The route of the script.
  var routes: [Route] {
    [
      Route(.get, Self.path) { _ in
        Response(
          status: .ok,
          headers: [
            .contentType: "text/javascript; charset=utf-8", .cacheControl: "no-store",
            .contentLength: "\(Self.script.utf8.count)",
          ],
          body: ResponseBody(byteBuffer: ByteBuffer(string: Self.script)))
      }
    ]
  }

  private static let path = "/balise-reload.js"

  /// The report of a build names a digest of all that went into it.
  private static let script = """
    const report = new URL("build-report.json", import.meta.url);
    let known;
    setInterval(async () => {
      try {
        const answer = await fetch(report, { method: "HEAD", cache: "no-store" });
        const tag = answer.headers.get("etag");
        if (known && tag && tag !== known) location.reload();
        known = tag ?? known;
      } catch {
        // The server is away; it may come back with a new site.
      }
    }, 300);

    """
}
