import Content
import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct `Git history` {
  @discardableResult
  private func git(_ arguments: [String], in folder: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.com", "-c",
        "init.defaultBranch=main",
      ] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day,
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private let day = "2026-01-31T12:00:00Z"

  private func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "content/fr/été à deux.md")
    try folder.write("x", to: "other.md")
    try git(["init", "-q"], in: folder.path)
    try git(["add", "."], in: folder.path)
    try #require(try git(["commit", "-q", "-m", "first"], in: folder.path) == 0)
    return folder
  }

  @Test func `a committed file has the day of its last commit, a new one has none`() throws {
    let folder = try repository()
    try folder.write("x", to: "content/fr/new.md")
    let history = GitHistory(of: folder.path + "/content")
    #expect(history.lastCommits.keys.sorted() == ["fr/été à deux.md"])
    #expect(history.lastCommits["fr/été à deux.md"]?.description == "2026-01-31")
    #expect(history.head.count == 40)
  }

  @Test func `a shallow clone has no dates`() throws {
    let folder = try repository()
    try folder.write("y", to: "content/fr/second.md")
    try git(["add", "."], in: folder.path)
    try git(["commit", "-q", "-m", "second"], in: folder.path)
    let clone = try TemporaryFolder()
    let path = clone.path + "/clone"
    try #require(
      try git(["clone", "-q", "--depth", "1", "file://" + folder.path, path], in: clone.path) == 0)
    let history = GitHistory(of: path + "/content")
    #expect(history.isShallow)
    #expect(history.lastCommits.isEmpty)
  }

  @Test func `outside a repository nothing is known`() throws {
    let folder = try TemporaryFolder()
    let history = GitHistory(of: folder.path)
    #expect(history.lastCommits.isEmpty && history.head.isEmpty && !history.isShallow)
  }
}
