import Diagnostics
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct `Search tests are run` {
  private static let site = """
    title: {fr: Aide, en: Help}
    languages: [fr, en]
    categories: [{key: account, label: {fr: Compte, en: Account}}]
    synonyms: {fr: [{from: [mdp], to: [mot de passe]}]}
    """

  private func run(_ tests: String, drafts: Bool = false, jobs: Int = 2) async throws
    -> SearchTestRun
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.site, to: "content/site.yaml")
    try folder.write(tests, to: "content/search-tests.yaml")
    for (slug, title) in [
      ("password", "Mot de passe perdu"), ("mail", "Changer d’adresse"),
      ("owner", "Changer de nom"),
    ] {
      let text = "---\ntitle: \(title)\ncategory: account\n---\nTexte.\n"
      try folder.write(text, to: "content/fr/\(slug).md")
    }
    try folder.write(
      "---\ntitle: Facture\ncategory: account\ndraft: true\n---\n", to: "content/fr/bill.md")
    var configuration = BuildConfiguration(jobs: jobs)
    configuration.content = folder.path + "/content"
    configuration.templates = folder.path + "/templates"
    configuration.output = folder.path + "/site"
    configuration.includeDrafts = drafts
    let builder = SiteBuilder(configuration)
    let checked = try await builder.check()
    #expect(checked.diagnostics.isEmpty)
    let before = try folder.files()
    var run = try await builder.runSearchTests(of: checked)
    #expect(try folder.files() == before)
    for index in run.failures.indices {
      run.failures[index].path = String(run.failures[index].path.dropFirst(folder.path.count + 1))
    }
    return run
  }

  @Test func `what is found soon enough passes`() async throws {
    let run = try await run(
      """
      - {query: mot de passe, expect: password, top: 1}
      - {query: mdp, expect: [mail, password]}
      - {query: changer, expect: mail, top: 2}
      - {query: changer, expect: owner, top: 2}
      - {query: facture, expect: bill}
      """)
    #expect(run.failures.isEmpty)
    #expect(run.passed == 4 && run.failed == 0 && run.waiting == 1)
    #expect(run.first == 3)
  }

  @Test func `what is found too late shows the hits before it`() async throws {
    let run = try await run(
      """
      - query: changer
        expect: mail
        top: 1
      - {query: changer, expect: owner, top: 1}
      - {query: chnager, expect: password}
      - {query: zzz, expect: [password, mail], top: 1}
      """)
    #expect(run.passed == 1 && run.first == 1)
    // What a score is, is not the matter here.
    let text = DiagnosticFormatter().format(run.failures).replacing(/\d+\.\d\d/, with: "#.##")
    try expectGolden(text, "search-tests.txt")
  }

  @Test func `drafts are searched when they are asked for`() async throws {
    let run = try await run("- {query: facture, expect: bill, top: 1}", drafts: true)
    #expect(run.passed == 1 && run.waiting == 0)
  }

  @Test func `the rank does not depend on how the index is cut`() async throws {
    let tests = "- {query: changer, expect: password}\n"
    let first = try await run(tests, jobs: 1).failures
    let second = try await run(tests, jobs: 3).failures
    #expect(first == second && first.count == 1)
  }
}
