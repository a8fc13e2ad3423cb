import Foundation
import SiteBuild
import Synchronization

/// One line that says what a long build is doing: on a terminal only, and only after half a second.
final class ProgressLine: Sendable {
  private let start: ContinuousClock.Instant
  private let isShown = Mutex(false)
  private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1

  /// Begins at a moment.
  init(start: ContinuousClock.Instant) { self.start = start }

  /// Names the stage that begins.
  func show(_ stage: BuildStage) {
    guard isTerminal, ContinuousClock.now - start > .milliseconds(500) else { return }
    let text =
      switch stage {
      case .read: "Reading articles…"
      case .check: "Checking…"
      case .index: "Making the search index…"
      case .write: "Writing pages…"
      }
    isShown.withLock { $0 = true }
    Terminal.note("\r\u{1B}[K\(text)", terminator: "")
  }

  /// Takes the line away.
  func clear() {
    isShown.withLock { shown in
      if shown { Terminal.note("\r\u{1B}[K", terminator: "") }
      shown = false
    }
  }
}
