import Content
import Diagnostics
import Testing

@Suite struct `Site configuration` {
  private func parse(_ text: String) -> (SiteConfiguration?, [Diagnostic]) {
    SiteConfiguration.parse(SourceText(path: "site.yaml", bytes: Array(text.utf8)))
  }

  private let small = "title: T\nlanguages: [fr, en]\ncategories: [{key: a, label: A}]\n"

  @Test func `everything but title, languages and categories has a default`() throws {
    let (parsed, faults) = parse(small)
    #expect(faults.isEmpty)
    let site = try #require(parsed)
    #expect(site.title["en"] == "T" && site.title["fr"] == "T")
    #expect(site.baseURL == "/")
    #expect(site.defaultLanguage == "fr")
    #expect(site.difficulties.map(\.key) == ["basic", "intermediate", "advanced", "expert"])
    #expect(site.difficulties.map(\.icon) == ["🟢", "🟡", "🟠", "🔴"])
    #expect(site.label(ofTag: "x", in: "fr") == "x")
    #expect(site.category("a")?.label["en"] == "A")
    #expect(site.contact.isEmpty && site.sharing == Sharing() && site.synonyms.isEmpty)
  }

  @Test func `the whole of a site is read`() throws {
    let fixture = try FixtureSite("site-good")
    let site = try #require(fixture.site)
    #expect(site.baseURL == "https://help.example.com/")
    #expect(site.title["fr"] == "Centre d'aide Lumen")
    #expect(site.categories.map(\.key) == ["account", "devices"])
    #expect(site.categories[0].description["fr"] == "Accès et mots de passe.")
    #expect(site.difficulty("expert")?.label["fr"] == "Expert")
    #expect(site.label(ofTag: "password", in: "fr") == "mot de passe")
    #expect(
      site.synonyms == [
        "fr": [
          SynonymRule(both: ["mot de passe", "mdp"]),
          SynonymRule(from: ["oubli", "perdu"], to: ["réinitialiser"]),
        ], "en": [SynonymRule(from: ["forgot"], to: ["reset"])],
      ])
    #expect(site.contact["en"] == "mailto:help@example.com")
    #expect(site.sharing.mail?.from == "Aide <aide@example.com>")
    #expect(site.sharing.mail?.smtp?.variable == "BALISE_SMTP_URL")
    #expect(site.sharing.chat == nil)
  }

  @Test(arguments: [
    ("https://a.example", "https://a.example/"), ("http://a.example/x/", "http://a.example/x/"),
    ("HTTPS://a.example/x", "HTTPS://a.example/x/"), ("/help", "/help/"), ("/", "/"),
  ])
  func `a base address ends with a slash`(text: String, address: String) throws {
    var (site, faults) = parse(small + "baseURL: \(text)\n")
    #expect(faults.isEmpty)
    #expect(site?.baseURL == address)
    #expect(site?.replaceBaseURL("https://b.example/c") == [])
    #expect(site?.baseURL == "https://b.example/c/")
  }

  @Test(arguments: [
    "a.example", "ftp://a.example/", "https://", "https:///x", "//a.example/", "https://a b/",
    "https://a/?x", "https://a/#x", "javascript:alert(1)", "https://a\"b/",
  ])
  func `what is no base address is a fault`(text: String) {
    var (site, faults) = parse(small)
    #expect(faults.isEmpty)
    let problems = site?.replaceBaseURL(text) ?? []
    #expect(problems.map(\.id) == ["base-url-invalid"])
    #expect(site?.baseURL == "/")
    #expect(parse(small + "baseURL: '\(text)'\n").1.map(\.id) == ["base-url-invalid"])
  }

  @Test(arguments: [
    ("", ["key-missing", "key-missing", "key-missing"]),
    ("title: T\nlanguages: []\ncategories: []\n", ["key-missing", "key-missing"]),
    ("title: T\nlanguages: fr\ncategories: [{key: a}]\n", ["type-mismatch"]),
    ("title: ~\nlanguages: [fr]\ncategories: [{key: a}]\n", ["type-mismatch"]),
    ("title: T\nlanguages: [fr]\ncategories: {a: b}\n", ["type-mismatch"]),
    ("title: T\nlanguages: [fr]\ncategories: [a]\n", ["type-mismatch", "key-missing"]),
    ("- a\n", ["type-mismatch"]), ("a: [", ["yaml-syntax"]),
  ])
  func `a site that is none says so`(text: String, ids: [String]) {
    let (site, faults) = parse(text)
    #expect(site == nil)
    #expect(faults.map(\.id).sorted() == ids.sorted())
  }

  @Test func `a secret that is written out is not repeated`() {
    let (site, faults) = parse(
      small + "sharing: {chat: {webhook: \"https://hooks.example/S3CRET\"}}\n")
    #expect(site == nil)
    #expect(faults.map(\.id) == ["secret-written"])
    #expect(!DiagnosticFormatter().format(faults).contains("S3CRET"))
  }

  @Test func `a name that a language lacks is a warning`() throws {
    let (site, faults) = parse(
      "title: {fr: T}\nlanguages: [fr, en]\ncategories: [{key: a, label: {fr: A, en: B}}]\n")
    #expect(faults.map(\.id) == ["label-missing"])
    #expect(!faults.hasErrors)
    #expect(try #require(site).title.value(for: "en", fallback: "fr") == "T")
  }

  @Test func `bytes that are no text are a fault`() {
    let (site, faults) = SiteConfiguration.parse(
      SourceText(path: "site.yaml", bytes: Array("title: ".utf8) + [0xE9]))
    #expect(site == nil)
    #expect(faults.map(\.id) == ["encoding-invalid"])
  }
}
