import EventLog
import Foundation
import Logging
import TestSupport
import Testing

@testable import Companion

@Suite struct ReloadTests {
  let folder: TemporaryFolder
  let site: LiveSite
  let watcher: SiteWatcher
  private let page = "en/articles/overheating/index.html"

  init() throws {
    folder = try TemporaryFolder()
    try TestSite.write(to: folder, key: "1")
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    site = try LiveSite(folder: folder.path + "/site", logger: logger)
    watcher = SiteWatcher(site: site, folder: folder.path + "/site")
  }

  private func text(_ snapshot: SiteSnapshot) -> String? {
    snapshot.files[page].map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Puts new files in the place of old ones, as a build does.
  private func replace(_ name: String, _ text: String) throws {
    try folder.write(text, to: "site/.new")
    try FileManager.default.removeItem(atPath: folder.path + "/site/" + name)
    try FileManager.default.moveItem(
      atPath: folder.path + "/site/.new", toPath: folder.path + "/site/" + name)
  }

  @Test func `a new build is served, and requests keep the old one`() throws {
    let old = site.snapshot
    try replace(page, "<h1>new</h1>")
    try replace(
      "build-report.json",
      try folder.read("site/build-report.json").replacing("\"1\"", with: "\"2\""))
    watcher.check()
    #expect(site.snapshot !== old)
    #expect(text(site.snapshot) == "<h1>new</h1>")
    #expect(text(old) == "<h1>Overheating 1</h1>")
    // What did not change is taken over, with all that is known about it.
    #expect(site.snapshot.files["404.html"] === old.files["404.html"])
  }

  @Test func `a build in progress is not served`() throws {
    let old = site.snapshot
    try replace(page, "<h1>new</h1>")
    watcher.check()
    #expect(site.snapshot === old)
    #expect(text(site.snapshot) == "<h1>Overheating 1</h1>")
  }

  @Test(
    arguments: [
      "build-report.json", "articles.json", "search/fr.json", "search/en.core.idx",
      "redirects.json",
    ])
  func `a site that is damaged leaves the old one in service`(name: String) throws {
    let old = site.snapshot
    try replace(name, "{\"damaged")
    if name != "build-report.json" {
      try replace(
        "build-report.json",
        try folder.read("site/build-report.json").replacing("\"1\"", with: "\"2\""))
    }
    watcher.check()
    #expect(site.snapshot === old)
    #expect(site.failure != nil)
    #expect(text(site.snapshot) == "<h1>Overheating 1</h1>")

    try FileManager.default.removeItem(atPath: folder.path + "/site")
    try TestSite.write(to: folder, key: "3")
    watcher.check()
    #expect(site.failure == nil)
    #expect(text(site.snapshot) == "<h1>Overheating 3</h1>")
  }

  @Test func `a site that is mended as it was is no longer stale`() throws {
    let report = try folder.read("site/build-report.json")
    try replace("build-report.json", "{")
    watcher.check()
    #expect(site.failure != nil)
    try replace("build-report.json", report)
    watcher.check()
    #expect(site.failure == nil)
  }

  @Test func `a site that is removed stays in service`() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/site")
    watcher.check()
    #expect(site.failure != nil)
    #expect(text(site.snapshot) == "<h1>Overheating 1</h1>")
  }

  @Test func `a folder without a site is an error that says what to do`() throws {
    let empty = try TemporaryFolder()
    let store = try SQLiteEventStore(path: empty.path + "/balise.sqlite")
    #expect {
      try CompanionServer(TestSite.configuration(empty, store: store))
    } throws: {
      ($0 as? CompanionError)?.code == .siteMissing && "\($0)".contains("balise build")
    }
  }
}
