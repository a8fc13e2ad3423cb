import EventLog
import TestSupport
import Testing

@Suite struct ReportTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  // 2026-01-10T12:00:00Z
  let noon = Timestamp(milliseconds: 1_768_046_400_000)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func view(_ id: String, _ hours: Int, language: String = "fr") -> Event {
    .view(
      ViewEvent(articleID: id, language: language, time: noon.advanced(by: .seconds(hours * 3600))))
  }

  @Test func `the most viewed come first, ties by id`() async throws {
    try await store.append([
      view("b", 0), view("a", 0), view("c", 0), view("c", -500, language: "en"),
    ])
    let all = try await store.mostViewed(language: nil, period: .all, limit: 2)
    #expect(
      all == [ArticleCount(articleID: "c", count: 2), ArticleCount(articleID: "a", count: 1)])
    let english = try await store.mostViewed(language: "en", period: .all, limit: 10)
    #expect(english == [ArticleCount(articleID: "c", count: 1)])
    #expect(try await store.mostViewed(language: nil, period: .all, limit: 0).isEmpty)
  }

  @Test(arguments: [0, -1, -11, -12, -13, -24, -25, -36, -37, -100])
  func `a period counts from its first instant, whole days or not`(hours: Int) async throws {
    let offsets = [-100, -37, -36, -35, -25, -24, -13, -12, -11, -1, 0]
    try await store.append(offsets.map { view("a", $0) })
    let since = noon.advanced(by: .seconds(hours * 3600))
    let report = try await store.report(period: .since(since), limit: 5)
    #expect(report.totals.views == offsets.filter { $0 >= hours }.count)
    #expect(report.mostViewed.first?.count == report.totals.views)
  }

  @Test(arguments: [-100, -37, -36, -24, -12, -1])
  func `a period ends before its last instant`(hours: Int) async throws {
    let offsets = [-200, -100, -37, -36, -35, -25, -24, -13, -12, -11, -1, 0]
    try await store.append(offsets.map { view("a", $0) })
    let period = ReportPeriod(
      from: noon.advanced(by: .seconds(-100 * 3600)),
      to: noon.advanced(by: .seconds(hours * 3600)))
    let totals = try await store.report(period: period, limit: 5).totals
    #expect(totals.views == offsets.filter { $0 >= -100 && $0 < hours }.count)
  }

  @Test func `a period that ends before it starts is empty`() async throws {
    try await store.append([view("a", 0)])
    let period = ReportPeriod(from: noon.advanced(by: .seconds(60)), to: noon)
    #expect(try await store.report(period: period, limit: 5).totals == Report.Totals())
  }

  @Test func `a period may start and end anywhere in time`() async throws {
    try await store.append([view("a", 0)])
    for (start, end, count) in [(Int64.min, Int64.max, 1), (.max, .max, 0), (.max, .min, 0)] {
      let period = ReportPeriod(
        from: Timestamp(milliseconds: start), to: Timestamp(milliseconds: end))
      #expect(try await store.report(period: period, limit: 5).totals.views == count)
    }
  }

  @Test func `queries are counted without regard to case and spaces`() async throws {
    let queries = ["Surchauffe  Batterie", " surchauffe batterie ", "bms", "néant", "NÉANT", "nul"]
    try await store.append(
      queries.map { query in
        let isEmpty = query.lowercased().hasPrefix("n")
        return .search(
          SearchEvent(
            query: query, language: "fr", filters: ["tag:a"], hitCount: isEmpty ? 0 : 3,
            microseconds: 120, time: noon))
      })
    let report = try await store.report(
      period: .since(noon.advanced(by: .seconds(-86_400 * 3))), limit: 2)
    #expect(
      report.topQueries == [
        QueryCount(query: "néant", language: "fr", count: 2, emptyCount: 2),
        QueryCount(query: "surchauffe batterie", language: "fr", count: 2, emptyCount: 0),
      ])
    #expect(
      report.emptyQueries == [
        QueryCount(query: "néant", language: "fr", count: 2, emptyCount: 2),
        QueryCount(query: "nul", language: "fr", count: 1, emptyCount: 1),
      ])
    #expect(report.totals.searches == 6)
    #expect(report.totals.emptySearches == 3)
  }

  @Test func `shares, openings and sources have their totals`() async throws {
    try await store.append([
      .share(
        Share(id: "1", articleID: "a", language: "fr", channel: "link", agent: "Z", time: noon)),
      .opening(OpeningEvent(shareID: "1", time: noon)),
      .opening(OpeningEvent(shareID: "1", time: noon)),
      .view(ViewEvent(articleID: "a", language: "fr", source: .share, time: noon)),
      .view(ViewEvent(articleID: "a", language: "fr", source: .site, time: noon)),
      .view(ViewEvent(articleID: "a", language: "fr", source: .share, time: noon)),
    ])
    let report = try await store.report(period: .all, limit: 5)
    #expect(report.totals.shares == 1)
    #expect(report.totals.openings == 2)
    #expect(report.mostShared == [ArticleCount(articleID: "a", count: 1)])
    #expect(report.viewsBySource.map(\.source) == [.site, .share])
    #expect(report.viewsBySource.map(\.count) == [1, 2])
  }
}
