import FileSystem
import TestSupport
import Testing

@testable import SiteBuild

@Suite struct `Output tree` {
  @Test func `files of an earlier build that are not written again are removed, others stay`()
    throws
  {
    let folder = try TemporaryFolder()
    try build(in: folder) { tree in
      try tree.write([1], to: "a/index.html")
      try tree.write([2], to: "b/index.html")
    }
    try folder.write("mine", to: "notes.txt")

    let removed = try build(in: folder) { tree in
      try tree.write([1], to: "a/index.html")
      #expect(tree.counts.written == 0 && tree.counts.unchanged == 1)
    }
    #expect(removed == 1)
    #expect(try FolderListing(folder.path).files.map(\.path) == ["a/index.html", "notes.txt"])
    #expect(!FileSystem.exists(folder.path + "/b"))

    #expect(try build(in: folder, clean: true) { try $0.write([1], to: "a/index.html") } == 1)
    #expect(try FolderListing(folder.path).files.map(\.path) == ["a/index.html"])
  }

  @Test func `what a stopped build left is removed by the next`() throws {
    let folder = try TemporaryFolder()
    try build(in: folder) { try $0.write([1], to: "a/index.html") }
    do {
      let stopped = try OutputTree(folder.path)
      try stopped.write([2], to: "search/fr.core.0123.idx")
      try folder.write("half", to: "a/.index.html.1x2y.tmp")
    }
    try folder.write("mine", to: "a/.hidden")
    #expect(try build(in: folder) { try $0.write([1], to: "a/index.html") } == 1)
    #expect(try FolderListing(folder.path).files.map(\.path) == ["a/index.html"])
    #expect(!FileSystem.exists(folder.path + "/a/.index.html.1x2y.tmp"))
    #expect(FileSystem.exists(folder.path + "/a/.hidden"))
  }

  @Test func `what an earlier build wrote can be kept by its name, and nothing else`() throws {
    let folder = try TemporaryFolder()
    try build(in: folder) { try $0.write([1, 2], to: "assets/a.0123456789.png") }
    try folder.write("mine", to: "assets/b.0123456789.png")
    let removed = try build(in: folder) { tree in
      #expect(tree.keep("assets/a.0123456789.png"))
      #expect(!tree.keep("assets/b.0123456789.png"))
      #expect(!tree.keep("assets/c.0123456789.png"))
      #expect(tree.counts.unchanged == 1 && tree.counts.bytes == 2)
    }
    #expect(removed == 0)
    #expect(try build(in: folder) { _ in } == 1)
  }

  @Test func `two builds do not write to one folder at once`() throws {
    let folder = try TemporaryFolder()
    let first = try OutputTree(folder.path)
    #expect(throws: OutputBusy.self) { try OutputTree(folder.path) }
    try first.write([1], to: "a")
  }

  /// Runs a whole build and tells how many files it removed.
  @discardableResult
  private func build(
    in folder: TemporaryFolder, clean: Bool = false, _ write: (OutputTree) throws -> Void
  ) throws -> Int {
    let tree = try OutputTree(folder.path)
    try write(tree)
    let (removed, files) = try tree.removeStale(everything: clean)
    try tree.finish(BuildManifest(key: "k", files: files))
    return removed
  }

  @Test func `a folder left empty does not stand in a file's way`() throws {
    let folder = try TemporaryFolder()
    try FileSystem.createFolder(folder.path + "/feed/deep")
    let tree = try OutputTree(folder.path)
    try tree.write([1], to: "feed")
    #expect(try FolderListing(folder.path).files.map(\.path) == ["feed"])
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

  @Test(arguments: [
    "", "other 1\nk\n", "balise-manifest 1\nk\n1 2 ../../etc/passwd\n",
    "balise-manifest 1\nk\n1 2 /etc/passwd\n", "balise-manifest 1\nk\nx y z\n",
  ])
  func `damage is no manifest at all`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: BuildManifest.name)
    #expect(BuildManifest(in: folder.path) == nil)
  }
}
