import Content
import Diagnostics
import FileSystem

/// The files of a content folder, by what they are.
struct SourceTree: Sendable {
  /// The folder.
  let root: String
  /// Articles: Markdown files, by path.
  private(set) var articles: [String] = []
  /// Pictures and other files that articles may use, by path.
  private(set) var assets: [String] = []
  /// Questions that the search has to answer, by path.
  private(set) var searchTests: [String] = []
  /// What could not be read.
  private(set) var diagnostics: [Diagnostic] = []

  /// The path of the site's description below the folder.
  static let siteFile = "site.yaml"

  /// Lists a folder.
  ///
  /// Names that begin with a dot or an underscore are left out, as is `README.md` at the top,
  /// which speaks to writers.
  init(_ root: String) throws(FileSystemError) {
    self.root = root
    let listing = try FolderListing(root)
    for file in listing.files {
      let names = file.path.split(separator: "/")
      if file.path == Self.siteFile || file.path == "README.md"
        || names.contains(where: { $0.hasPrefix("_") })
      {
        continue
      }
      if file.path.hasSuffix(".md") {
        articles.append(file.path)
      } else if names.last.map(String.init) == SearchTestFile.name {
        searchTests.append(file.path)
      } else {
        assets.append(file.path)
      }
    }
    diagnostics = listing.problems.map { problem in
      Diagnostic(.error, id: "file-unreadable", path: problem.path, "\(problem)")
    }
  }

  /// Where a file of the folder is.
  func location(of path: String) -> String { root + "/" + path }
}
