public import Diagnostics
import FileSystem
public import Rendering

/// The templates that a site's owner puts in place of the default ones.
public enum TemplateFolder {
  /// Loads the theme with the files of a folder in place of its own.
  ///
  /// - Parameter folder: it need not exist, and may hold any part of a theme.
  /// - Returns: the library, and what is wrong with the folder's files.
  public static func load(_ folder: String) -> (library: TemplateLibrary, [Diagnostic]) {
    let (overrides, problems) = overrides(in: folder)
    let (library, diagnostics) = TemplateLibrary.load(overrides: overrides)
    return (library, problems + diagnostics)
  }

  private static func overrides(in folder: String) -> ([TemplateLibrary.Override], [Diagnostic]) {
    guard FileSystem.exists(folder) else { return ([], []) }
    do {
      let listing = try FolderListing(folder)
      var overrides: [TemplateLibrary.Override] = []
      var problems = listing.problems
      for file in listing.files {
        do {
          let bytes = try FileSystem.read(folder + "/" + file.path)
          overrides.append(
            TemplateLibrary.Override(
              path: file.path, bytes: bytes, displayPath: folder + "/" + file.path))
        } catch {
          problems.append(error)
        }
      }
      return (overrides, problems.map(diagnostic))
    } catch {
      return ([], [diagnostic(error)])
    }
  }

  private static func diagnostic(_ error: FileSystemError) -> Diagnostic {
    Diagnostic(.error, id: "file-unreadable", path: error.path, "\(error)")
  }
}
