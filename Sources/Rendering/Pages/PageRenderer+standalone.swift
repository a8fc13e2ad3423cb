import Content

extension PageRenderer {
  /// The page that stands in for one that is not on the device when there is no network.
  func offlinePage(_ language: LanguageSite) -> Page {
    Page(path: String(Self.offlinePath(language).dropFirst())) { renderOffline(language) }
  }

  private static func offlinePath(_ language: LanguageSite) -> String {
    "\(language.home)offline.html"
  }

  private func renderOffline(_ language: LanguageSite) -> String {
    var head = PageHead(kind: "error", title: language.strings["offline"])
    head.isHidden = true
    return language.templates.render("offline", layout(head, language))
  }

  /// What installing the site in one language needs.
  func manifest(_ language: LanguageSite) -> JSONText {
    let title = context.site.title.text(in: language.code, context.site, or: "")
    var manifest = WebAppManifest(
      language: language.code.rawValue, title: title,
      description: language.strings.format("homeDescription", ["site": title]),
      start: context.href(language.home), scope: context.href("/"),
      articles: (language.strings["allArticles"], context.href(language.articlesPath)),
      search: (language.strings["search"], context.href(language.searchPath)),
      pictures: context.themeURLs)
    if let paper = context.site.theme.paper?.light { manifest.paper = paper }
    return manifest.document
  }

  /// `worker.js`, which keeps what was read for when there is no network.
  ///
  /// It changes whenever what it keeps from the start does, so that browsers fetch that anew.
  func serviceWorker() -> String {
    var shell = ["theme.css", "pages.css", "boot.js", "main.js", "offline.js", "favicon.svg"]
      .compactMap { context.themeURLs[$0] }
    var revision: UInt64 = 0
    for language in languages {
      shell.append(context.href(Self.offlinePath(language)))
      revision = revision &* 31 &+ Self.checksum(renderOffline(language))
    }
    return standalone(
      "worker.js",
      constants: [
        (
          "SITE",
          .object([
            ("base", .string(context.basePath)),
            ("languages", .array(languages.map { .string($0.code.rawValue) })),
            ("shell", .array(shell.map { .string($0) })),
            ("revision", .string(String(revision, radix: 16))),
          ])
        )
      ])
  }

  /// A script of the theme that has a place of its own on the site, behind what it needs to know.
  ///
  /// It is one function without a name around everything, so that nothing of it meets the scripts of
  /// the page that loads it.
  func standalone(_ name: String, constants: [(name: String, value: JSONText)]) -> String {
    let path = "standalone/\(name)"
    let source = context.library.files[path] ?? []
    let isOwn = DefaultTheme.files.contains {
      $0.path == path && $0.text.utf8.elementsEqual(source)
    }
    let body = isOwn ? Script(source).compacted() : source
    let head = constants.map { "const \($0.name)=\($0.value.text);\n" }.joined()
    return "(()=>{\(head)\(String(decoding: body, as: UTF8.self))})();\n"
  }

  /// A number that changes with a text (FNV-1a); nobody has a reason to forge one.
  private static func checksum(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
