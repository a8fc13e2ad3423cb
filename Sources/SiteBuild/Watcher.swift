import FileSystem

/// Notices changes in folders by looking at them again and again.
///
/// A look costs some milliseconds for thousands of files and works on every file system, mounted
/// ones too, where notifications do not.
public struct Watcher: Sendable {
  private let folders: [String]
  private let interval: Duration

  /// Watches folders; one that does not exist yet is empty.
  public init(folders: [String], interval: Duration = .milliseconds(300)) {
    self.folders = folders
    self.interval = interval
  }

  /// One element for each time that the folders came to rest after a change.
  ///
  /// Ends when the task that reads it is cancelled.
  public func changes() -> AsyncStream<Void> {
    AsyncStream { continuation in
      let task = Task {
        var known = look()
        while !Task.isCancelled {
          try? await Task.sleep(for: interval)
          var now = look()
          guard now != known else { continue }
          // An editor writes several files, and each in steps: wait until nothing moves.
          repeat {
            known = now
            try? await Task.sleep(for: interval)
            now = look()
          } while now != known && !Task.isCancelled
          if !Task.isCancelled { continuation.yield() }
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func look() -> [[FolderListing.Entry]] {
    folders.map { (try? FolderListing($0))?.files ?? [] }
  }
}
