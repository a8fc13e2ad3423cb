import FileSystem
import Foundation
import TestSupport
import Testing

@Suite struct `File system` {
  @Test func `what is written is read back`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/b/c.txt"
    try FileSystem.write(Array("é".utf8), to: path)
    #expect(try FileSystem.read(path) == Array("é".utf8))
    #expect(try folder.files() == ["a/b/c.txt"])
  }

  @Test func `a file with the same bytes is not written again`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.txt"
    #expect(try FileSystem.writeIfChanged([1, 2], to: path))
    let before = try FolderListing(folder.path).files
    #expect(try !FileSystem.writeIfChanged([1, 2], to: path))
    #expect(try FolderListing(folder.path).files == before)
    #expect(try FileSystem.writeIfChanged([1, 3], to: path))
    #expect(try FileSystem.writeIfChanged([], to: path))
    #expect(try !FileSystem.writeIfChanged([], to: path))
    #expect(try FileSystem.read(path).isEmpty)
  }

  @Test func `a symbolic link in the output is replaced, not written through`() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("keep", to: "target.txt")
    let link = folder.path + "/link.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try FileSystem.writeIfChanged(Array("new".utf8), to: link)
    #expect(try folder.read("target.txt") == "keep")
    #expect(try folder.read("link.txt") == "new")
  }

  @Test func `errors say what was tried, where and why`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(throws: FileSystemError.self) { try FileSystem.read(folder.path + "/none") }
    #expect(throws: FileSystemError.self) { try FileSystem.read(folder.path) }
    let error = #expect(throws: FileSystemError.self) {
      try FileSystem.write([1], to: folder.path + "/file/below")
    }
    #expect(error?.description.contains("part of the path is a file") == true)
  }

  @Test func `a full disk is reported and leaves nothing behind`() {
    // Linux gives every machine a device that is always full.
    #expect(throws: FileSystemError.self) { try FileSystem.read("/dev/full") }
    let error = #expect(throws: FileSystemError.self) {
      try FileSystem.write([1], to: "/proc/balise/x")
    }
    #expect(error?.description.contains("/proc/balise") == true)
  }

  @Test func `a mapped file outlives its name`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("beacon", to: "a")
    let file = try MappedFile(path)
    try FileSystem.write(Array("other".utf8), to: path)
    #expect(file.bytes == Array("beacon".utf8))
    #expect(try MappedFile(folder.write("", to: "empty")).bytes.isEmpty)
  }
}

@Suite struct `Folder listing` {
  @Test func `files come in byte order, hidden ones do not`() throws {
    let folder = try TemporaryFolder()
    for name in ["b/2.md", "b/10.md", "é.md", "a.md", ".git/x", "b/.swp"] {
      try folder.write(name, to: name)
    }
    let listing = try FolderListing(folder.path)
    #expect(listing.files.map(\.path) == ["a.md", "b/10.md", "b/2.md", "é.md"])
    #expect(listing.folders == ["b"])
    #expect(listing.problems.isEmpty)
    #expect(try FolderListing(folder.path, includeHidden: true).files.count == 6)
  }

  @Test func `a loop of symbolic links is reported once and ends`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/b/x.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/b/up", withDestinationPath: folder.path + "/a")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/self", withDestinationPath: "self")
    let listing = try FolderListing(folder.path)
    #expect(listing.files.map(\.path) == ["a/b/x.md"])
    #expect(listing.problems.map(\.path) == ["a/b/up", "self"].map { folder.path + "/" + $0 })
    #expect(listing.problems.allSatisfy { $0.description.contains("loop") })
  }

  @Test func `a missing root and a root that is a file are errors`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileSystemError.self) { try FolderListing(folder.path + "/none") }
    let file = try folder.write("x", to: "x")
    #expect(throws: FileSystemError.self) { try FolderListing(file) }
  }
}
