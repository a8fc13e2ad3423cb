import Testing

@testable import Rendering

@Suite struct ThemeAssetsTests {
  private let assets = ThemeAssets(
    library: TemplateLibrary.load().0, basePath: "/aide", hash: { String($0.count) })

  @Test func `every file of the theme has a hashed name and an address`() throws {
    for name in ["theme.css", "boot.js", "main.js", "search.js", "redirect.js", "favicon.svg"] {
      let url = try #require(assets.urls[name])
      let file = try #require(assets.files.first { "/aide/\($0.path)" == url })
      #expect(!file.bytes.isEmpty)
      #expect(file.path.contains(".\(file.bytes.count)."))
    }
    #expect(assets.files.map(\.path) == assets.files.map(\.path).sorted())
  }

  @Test func `a site's own styles follow the theme's`() throws {
    let (library, diagnostics) = TemplateLibrary.replacing("styles/90-own.css", with: ".own{}")
    #expect(diagnostics == [])
    let own = ThemeAssets(library: library, hash: { _ in "0123456789" })
    let css = try #require(own.files.first { $0.path == "assets/theme.0123456789.css" })
    #expect(css.text.hasSuffix(".own{}\n"))
  }

  @Test func `no page has a script or a style of its own`() {
    for file in DefaultTheme.files where file.path.hasSuffix(".mustache") {
      #expect(!file.text.contains("<style"), "\(file.path)")
      #expect(!file.text.contains(" style="), "\(file.path)")
      #expect(!file.text.contains(" onclick="), "\(file.path)")
      for script in file.text.split(separator: "<script").dropFirst() {
        let tag = script.prefix { $0 != ">" }
        #expect(tag.contains("src=") || tag.contains("application/ld+json"), "\(file.path)")
      }
    }
  }
}
