import EventLog
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: zip(
      [0, 1_768_046_405_999, 951_782_400_000, 4_107_542_399_000, -1],
      [
        "1970-01-01T00:00:00Z", "2026-01-10T12:00:05Z", "2000-02-29T00:00:00Z",
        "2100-02-28T23:59:59Z", "1969-12-31T23:59:59Z",
      ]))
  func `an instant is written as RFC 3339 has it`(milliseconds: Int, expected: String) {
    #expect(Timestamp(milliseconds: Int64(milliseconds)).description == expected)
  }

  @Test(arguments: zip([0, 86_399_999, 86_400_000, -1, -86_400_000], [0, 0, 1, -1, -1]))
  func `days are rounded down`(milliseconds: Int, day: Int) {
    #expect(Timestamp(milliseconds: Int64(milliseconds)).day == Int64(day))
  }
}

@Suite struct ReportPeriodTests {
  private let now = Timestamp(milliseconds: 1_768_046_400_000)

  @Test(
    arguments: zip(
      ["30d", "12h", "2w", "45m", "2026-01-10", "2024-02-29", "0d"],
      [
        "2025-12-11T12:00:00Z", "2026-01-10T00:00:00Z", "2025-12-27T12:00:00Z",
        "2026-01-10T11:15:00Z", "2026-01-10T00:00:00Z", "2024-02-29T00:00:00Z",
        "2026-01-10T12:00:00Z",
      ]))
  func `a period's start is read`(text: String, expected: String) {
    #expect(ReportPeriod(since: text, now: now)?.start?.description == expected)
  }

  @Test func `all time has no start`() {
    #expect(ReportPeriod(since: "all", now: now) == .all)
  }

  @Test(
    arguments: [
      "", "d", "-1d", "30", "30y", "1e3d", "2026-02-30", "2026-13-01", "2026-1-1", "99999999999d",
      "2026-01-31T00:00",
    ])
  func `what is no span and no date is refused`(text: String) {
    #expect(ReportPeriod(since: text, now: now) == nil)
  }
}
