import BuiltSite
import FileSystem

/// Notices when a build has finished.
struct SiteWatcher: Sendable {
  let site: LiveSite
  let folder: String
  /// How often to look.
  var interval = Duration.seconds(1)
  /// Called when the site was loaded anew.
  var onReload: @Sendable () -> Void = {}

  /// Looks until the task is cancelled.
  func run() async {
    var looks = 0
    while true {
      // A site that does not load is not read again every second.
      let pause = site.needsRetry ? interval * 5 : interval
      guard (try? await Task.sleep(for: pause)) != nil else { return }
      if check() {
        looks = 2
      } else if looks > 0 {
        // After its report a build removes what is left of the one before.
        reload()
        looks -= 1
      }
    }
  }

  /// Looks once; true if the site was loaded anew.
  @discardableResult
  func check() -> Bool {
    // The report is the last file of a build, and holds a digest of all that went into it.
    let served = site.snapshot.files[BuildReport.path]?.bytes ?? []
    if site.needsRetry || !FileSystem.holds(served, at: folder + "/" + BuildReport.path) {
      reload()
      return true
    }
    return false
  }

  private func reload() {
    site.reload()
    onReload()
  }
}
