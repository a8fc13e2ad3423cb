import EventLog
import Synchronization

/// Remembers for a day who followed a share link, to tell what came of it.
///
/// It is kept in memory and nowhere else: the event log learns that the customer of a share rated,
/// searched again or asked for a person, and never what else they did.
final class ShareTrail: Sendable {
  private struct Opening {
    var shareID: String
    var articleID: String
    var time: Timestamp
    var outcomes: Set<ShareOutcomeEvent.Kind> = []
  }

  private let openings = Mutex<[[UInt8]: Opening]>([:])
  /// A day that begins in the evening ends on the next.
  private let salt = DailySalt(keptDays: 2)
  /// What happens later than this has other reasons.
  private static let patience = Duration.seconds(24 * 3600)
  /// How many openings are remembered.
  private static let capacity = 20_000

  /// A customer followed the link of a share.
  func opened(_ shareID: String, of articleID: String, by reader: Reader, at time: Timestamp = .now)
  {
    guard reader.audience == .reader, let key = reader.key else { return }
    let visitors = salt.digests(of: key, for: "share", at: time)
    openings.withLock { openings in
      if openings.count >= Self.capacity { openings = [:] }
      // Whoever follows another link is from then on followed from that.
      for visitor in visitors { openings[visitor] = nil }
      openings[visitors[0]] = Opening(shareID: shareID, articleID: articleID, time: time)
    }
  }

  /// Forgets openings of which nothing can come any more.
  func forget(at time: Timestamp = .now) {
    let limit = time.advanced(by: Self.patience * -1)
    openings.withLock { openings in openings = openings.filter { $0.value.time > limit } }
  }

  /// How many openings are remembered.
  var count: Int { openings.withLock { $0.count } }

  /// What an act tells about a share; nil unless its reader followed a link, and did so first.
  ///
  /// - Parameters:
  ///   - kind: what they did.
  ///   - articleID: the article they did it to; nil where that does not matter.
  ///   - reader: who they are.
  ///   - time: when.
  /// - Returns: the outcome to log.
  func outcome(
    _ kind: ShareOutcomeEvent.Kind, of articleID: String? = nil, by reader: Reader,
    at time: Timestamp = .now
  ) -> ShareOutcomeEvent? {
    guard reader.audience == .reader, let key = reader.key else { return nil }
    let visitors = salt.digests(of: key, for: "share", at: time)
    return openings.withLock { openings in
      guard let visitor = visitors.first(where: { openings[$0] != nil }),
        let opening = openings[visitor], opening.time.advanced(by: Self.patience) > time,
        articleID == nil || articleID == opening.articleID,
        openings[visitor]?.outcomes.insert(kind).inserted == true
      else { return nil }
      return ShareOutcomeEvent(shareID: opening.shareID, kind: kind, time: time)
    }
  }
}
