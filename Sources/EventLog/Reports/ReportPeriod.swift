/// A span of time that a report covers: from its start up to, not including, its end.
public struct ReportPeriod: Sendable, Hashable {
  /// The first instant counted; nil since ever.
  public var start: Timestamp?
  /// The first instant no longer counted; nil until now.
  public var end: Timestamp?

  /// A period between two instants, each of which may be left open.
  public init(from start: Timestamp? = nil, to end: Timestamp? = nil) {
    self.start = start
    self.end = end
  }

  /// All time.
  public static let all = ReportPeriod()

  /// Everything since an instant.
  public static func since(_ start: Timestamp) -> ReportPeriod { ReportPeriod(from: start) }

  /// The period just before, as long; nil for one without a start.
  public func previous(now: Timestamp = .now) -> ReportPeriod? {
    guard let start else { return nil }
    let length = (end ?? now).milliseconds.subtractingReportingOverflow(start.milliseconds)
    guard !length.overflow, length.partialValue > 0 else { return nil }
    let before = start.milliseconds.subtractingReportingOverflow(length.partialValue)
    guard !before.overflow else { return nil }
    return ReportPeriod(from: Timestamp(milliseconds: before.partialValue), to: start)
  }

  /// The whole days of the period, and the instants at its ends that belong to no whole day.
  ///
  /// Daily totals answer for the days, single events for the rest, so a count is exact and yet
  /// quick.
  var parts: (days: Range<Int64>, edges: [Range<Int64>]) {
    let perDay = Timestamp.millisecondsPerDay
    let horizon = Self.horizon * perDay
    let first = min(max(start?.milliseconds ?? -horizon, -horizon), horizon)
    let last = min(max(end?.milliseconds ?? horizon, first), horizon)
    let firstDay = Timestamp(milliseconds: first + perDay - 1).day
    let lastDay = Timestamp(milliseconds: last).day
    guard firstDay < lastDay else { return (0..<0, [first..<last, last..<last]) }
    return (firstDay..<lastDay, [first..<firstDay * perDay, lastDay * perDay..<last])
  }

  /// Further than any event, and near enough not to overflow.
  private static let horizon: Int64 = 100_000_000
}
