import Testing

@testable import Rendering

@Suite struct ThemeAssetsTests {
  private let assets = ThemeAssets(
    library: TemplateLibrary.load().0, basePath: "/aide", hash: { String($0.count) })

  @Test func `every file of the theme has a hashed name and an address`() throws {
    let names = [
      "theme.css", "pages.css", "search.css", "boot.js", "main.js", "search.js", "redirect.js",
      "favicon.svg",
    ]
    for name in names {
      let url = try #require(assets.urls[name])
      let file = try #require(assets.files.first { "/aide/\($0.path)" == url })
      #expect(!file.bytes.isEmpty)
      #expect(file.path.contains(".\(file.bytes.count)."))
    }
    #expect(assets.files.map(\.path) == assets.files.map(\.path).sorted())
  }

  @Test func `scripts import each other by their hashed names`() throws {
    let scripts = assets.files.filter { $0.path.hasSuffix(".js") }
    let paths = Set(scripts.map(\.path))
    var count = 0
    for script in scripts {
      let folder = script.path.split(separator: "/").dropLast()
      for range in Script(script.bytes).imports().map(\.range) {
        let address = String(decoding: script.bytes[range], as: UTF8.self)
        let name = address.split(separator: "/").filter { $0 != "." }
        #expect(
          paths.contains((folder + name).joined(separator: "/")), "\(script.path): \(address)")
        count += 1
      }
    }
    #expect(count >= 7)
  }

  @Test func `a script of the theme holds what it imports`() throws {
    let files = assets.files.map(\.path).filter { $0.hasPrefix("assets/search/") }
    let names = files.compactMap { $0.split(separator: "/").last?.split(separator: ".").first }
    #expect(names.contains("searcher") && names.contains("stemmer-fr"))
    #expect(!names.contains("query"))
  }

  @Test func `a site's own script stays as it is but for what it imports`() throws {
    let (library, _) = TemplateLibrary.replacing(
      "scripts/own.js", with: "// Mine\nimport { clitics } from \"./search/words.js\";\n")
    let own = ThemeAssets(library: library, hash: { String($0.count) })
    let words = try #require(own.urls["search/words.js"]).split(separator: "/").last ?? ""
    let file = try #require(own.files.first { $0.path.hasPrefix("assets/own.") })
    #expect(file.text == "// Mine\nimport { clitics } from \"./search/\(words)\";\n")
  }

  @Test func `what imports a script that the site replaced is not put together`() throws {
    let (library, _) = TemplateLibrary.replacing(
      "scripts/search/words.js", with: "export const clitics = ``;\n")
    let own = ThemeAssets(library: library, hash: { String($0.count) })
    for name in ["searcher", "analysis", "words", "query"] {
      #expect(own.urls["search/\(name).js"] != nil)
    }
  }

  @Test func `a site's own styles follow the theme's`() throws {
    let (library, diagnostics) = TemplateLibrary.replacing("styles/90-own.css", with: ".own{}")
    #expect(diagnostics == [])
    let own = ThemeAssets(library: library, hash: { _ in "0123456789" })
    let css = try #require(own.files.first { $0.path == "assets/theme.0123456789.css" })
    #expect(css.text.hasSuffix(".own{}\n"))
  }

  @Test func `a folder of styles is a sheet of its own`() throws {
    let (library, _) = TemplateLibrary.replacing(
      "styles/pages/90-own.css", with: ".own { top: 0; }")
    let own = ThemeAssets(library: library, hash: { _ in "0123456789" })
    let pages = try #require(own.files.first { $0.path == "assets/pages.0123456789.css" })
    let theme = try #require(own.files.first { $0.path == "assets/theme.0123456789.css" })
    #expect(pages.text.hasSuffix(".own{top:0}\n"))
    #expect(!theme.text.contains(".own") && !theme.text.contains(".hero"))
    #expect(own.urls["search.css"] != nil)
  }

  @Test func `no page has a script or a style of its own`() {
    for file in DefaultTheme.files where file.path.hasSuffix(".mustache") {
      #expect(!file.text.contains("<style"), "\(file.path)")
      // A mail has no style sheet: programs that show mails look at attributes alone.
      let isMail = file.path.hasPrefix("mail/")
      #expect(isMail || !file.text.contains(" style="), "\(file.path)")
      #expect(!file.text.contains(" onclick="), "\(file.path)")
      for script in file.text.split(separator: "<script").dropFirst() {
        let tag = script.prefix { $0 != ">" }
        #expect(
          tag.contains("src=") || tag.contains("application/ld+json")
            || tag.contains("application/json"), "\(file.path)")
      }
    }
  }
}
