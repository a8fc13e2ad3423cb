import FileSystem
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct `Output tree` {
  @Test func `files of an earlier build that are not written again are removed, others stay`()
    throws
  {
    let folder = try TemporaryFolder()
    let tree = try OutputTree(folder.path)
    try tree.write([1], to: "a/index.html")
    try tree.write([2], to: "b/index.html")
    let first = try tree.removeStale([], everything: false)
    #expect(first.removed == 0)
    try folder.write("mine", to: "notes.txt")

    let next = try OutputTree(folder.path)
    try next.write([1], to: "a/index.html")
    let second = try next.removeStale(first.files, everything: false)
    #expect(second.removed == 1)
    #expect(try folder.files() == ["a/index.html", "notes.txt"])
    #expect(!FileSystem.exists(folder.path + "/b"))
    #expect(next.counts.written == 0 && next.counts.unchanged == 1)

    let cleaned = try next.removeStale([], everything: true)
    #expect(cleaned.removed == 1)
    #expect(try folder.files() == ["a/index.html"])
  }

  @Test func `a folder left empty does not stand in a file's way`() throws {
    let folder = try TemporaryFolder()
    try FileSystem.createFolder(folder.path + "/feed/deep")
    let tree = try OutputTree(folder.path)
    try tree.write([1], to: "feed")
    #expect(try folder.files() == ["feed"])
  }

  @Test func `a file where the folder should be is an error`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x", to: "site")
    #expect(throws: FileSystemError.self) { try OutputTree(file) }
    #expect(try folder.read("site") == "x")
  }
}

@Suite struct `Build manifest` {
  @Test func `knows whether the site is as it was written`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a b/é.html")
    let files = try FolderListing(folder.path).files
    try BuildManifest(key: "k", files: files).write(in: folder.path)
    let manifest = try #require(BuildManifest(in: folder.path))
    #expect(manifest.key == "k")
    #expect(manifest.matches(try FolderListing(folder.path)))
    try folder.write("changed", to: "a b/é.html")
    #expect(!manifest.matches(try FolderListing(folder.path)))
  }

  @Test(arguments: ["", "other 1\nk\n", "balise-manifest 1\nk\n1 2 ../../etc/passwd\n",
    "balise-manifest 1\nk\n1 2 /etc/passwd\n", "balise-manifest 1\nk\nx y z\n"])
  func `damage is no manifest at all`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: BuildManifest.name)
    #expect(BuildManifest(in: folder.path) == nil)
  }
}
