import Content
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct GapPatchTests {
  /// Applies a patch as a writer would, with git, and gives the file.
  private func apply(_ patch: GapPatch, to files: [String: String], reading path: String) throws
    -> String
  {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    try folder.write(patch.text, to: "the.patch")
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "apply", "the.patch"]
    git.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0)
    return try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
  }

  @Test func `an article's draft is a file that says what was asked`() throws {
    let patch = GapPatch.article(
      query: "bornes \"oxydées\": où ?", language: "fr", category: "maintenance",
      difficulty: "basic")
    #expect(patch.name == "article-bornes-oxydees-ou.patch")
    let text = try apply(patch, to: [:], reading: "content/fr/bornes-oxydees-ou.md")
    #expect(text.contains("title: \"Bornes \\\"oxydées\\\": où ?\"\n"))
    #expect(text.contains("keywords: [\"bornes \\\"oxydées\\\": où ?\"]\n"))
    #expect(text.contains("category: maintenance\n"))
    #expect(text.contains("draft: true\n"))
    #expect(text.hasPrefix("---\n"))
    #expect(text.hasSuffix("ordre.\n"))
  }

  @Test(arguments: [
    "title: a\nsynonyms:\n  fr:\n    - [a, b]\n    - [c, d]\n  en:\n    - [x, y]\nlast: 1\n",
    "title: a\nsynonyms: # words\n  en: []\n  fr: # mots\n\n    - [a, b]\n",
    "synonyms:\n  fr:\n    - [a, b]",
  ])
  func `a synonym joins those of its language, whatever stands around them`(site: String) throws {
    let patch = try #require(
      GapPatch.synonym(query: "cosses vertes", word: "oxydation", language: "fr", in: site))
    let text = try apply(patch, to: ["content/site.yaml": site], reading: "content/site.yaml")
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let place = try #require(lines.firstIndex { $0.hasPrefix("fr:") })
    #expect(lines[place + 1] == "- [\"oxydation\", \"cosses vertes\"]")
    #expect(lines.count == site.split(separator: "\n").count + 1)
  }

  @Test(arguments: ["title: a\n", "title: a", ""])
  func `a site without synonyms gets its first`(site: String) throws {
    let patch = try #require(
      GapPatch.synonym(query: "soc", word: "charge", language: "fr", in: site))
    let text = try apply(patch, to: ["content/site.yaml": site], reading: "content/site.yaml")
    #expect(text.hasSuffix("\nsynonyms:\n  fr:\n    - [\"charge\", \"soc\"]\n"))
    #expect(text.hasPrefix(site))
  }

  @Test func `synonyms of another language get a neighbour`() throws {
    let site = "synonyms:\n  en:\n    - [a, b]\n"
    let patch = try #require(
      GapPatch.synonym(query: "soc", word: "charge", language: "fr", in: site))
    let text = try apply(patch, to: ["content/site.yaml": site], reading: "content/site.yaml")
    #expect(text == "synonyms:\n  fr:\n    - [\"charge\", \"soc\"]\n  en:\n    - [a, b]\n")
  }

  @Test(arguments: ["synonyms: {fr: [[a, b]]}\n", "synonyms:\n  fr: [[a, b]]\n"])
  func `synonyms on one line are left to their writer`(site: String) {
    #expect(GapPatch.synonym(query: "soc", word: "charge", language: "fr", in: site) == nil)
  }
}
