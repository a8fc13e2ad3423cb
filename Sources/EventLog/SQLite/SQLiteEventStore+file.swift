import Foundation

extension SQLiteEventStore {
  /// Makes the folder and an empty file that others cannot read, unless they are there.
  static func prepareFile(at path: String) throws {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw EventLogError(
          code: .folderUnavailable,
          message: "'\(folder)' is a file, not a folder for the database; move it away, or name "
            + "another folder with --data")
      }
    } else {
      do {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw EventLogError(
          code: .folderUnavailable,
          message: "the folder '\(folder)' for the database cannot be made; make it yourself, or "
            + "name another with --data")
      }
    }
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder.boolValue else {
        throw EventLogError(
          code: .cannotOpen, message: "'\(path)' is a folder, not a database; name a file")
      }
    } else {
      // What fails here fails again, with a reason, when SQLite opens the file.
      _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
  }

  static func checkExists(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    throw EventLogError(
      code: .missing,
      message: "there is no database '\(path)' yet; start the server once, or name another with "
        + "--data")
  }
}
