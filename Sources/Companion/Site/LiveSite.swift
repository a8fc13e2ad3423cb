import BuiltSite
import Logging
import Synchronization

/// The site that is served now, and the way to the next one.
final class LiveSite: Sendable {
  private let current: Mutex<SiteSnapshot>
  private let folder: String
  private let logger: Logger
  private let lastFailure = Mutex<String?>(nil)

  /// Loads a site; throws if there is none that works.
  init(folder: String, logger: Logger) throws {
    self.folder = folder
    self.logger = logger
    let snapshot = try SiteSnapshot.load(folder)
    current = Mutex(snapshot)
    for (language, reason) in snapshot.searchFailures.sorted(by: { $0.key < $1.key }) {
      logger.error(
        "search is unavailable; the site is served without it",
        metadata: ["language": "\(language)", "reason": "\(reason)"])
    }
  }

  /// The site as it is now; whoever asks keeps it as long as they need.
  var snapshot: SiteSnapshot { current.withLock { $0 } }

  /// Why the site on the disk is not the one that is served; nil if it is.
  var failure: String? { lastFailure.withLock { $0 } }

  /// Whether to look at the site on the disk again, though no build has changed it.
  var needsRetry: Bool { failure != nil || !snapshot.searchFailures.isEmpty }

  /// Takes the site on the disk if a build has changed it; keeps the old one if that fails.
  func reload() {
    let old = snapshot
    do {
      let new = try SiteSnapshot.load(folder, previous: old)
      lastFailure.withLock { $0 = nil }
      current.withLock { $0 = new }
      if !old.searchFailures.isEmpty, new.searchFailures.isEmpty {
        logger.notice("search is available again")
      }
      guard new.report.key != old.report.key else { return }
      logger.info("a new build is served", metadata: ["articles": "\(new.articles.count)"])
    } catch {
      let reason = "\(error)"
      let isNew = lastFailure.withLock { last in
        defer { last = reason }
        return last != reason
      }
      if isNew {
        logger.warning(
          "the new build cannot be used; the old one is still served",
          metadata: ["reason": "\(reason)"])
      }
    }
  }
}
