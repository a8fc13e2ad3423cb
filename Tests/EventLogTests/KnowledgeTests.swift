import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct KnowledgeTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  // 2026-01-10T12:00:00Z
  let noon = Timestamp(milliseconds: 1_768_046_400_000)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func at(_ hours: Int) -> Timestamp { noon.advanced(by: .seconds(hours * 3600)) }

  private func vote(
    _ id: String, _ visitor: UInt8, helpful: Bool? = nil, stars: Int? = nil,
    reason: String? = nil, comment: String? = nil, hours: Int = 0
  ) -> Event {
    .vote(
      VoteEvent(
        articleID: id, language: "fr", isHelpful: helpful, rating: stars, reason: reason,
        comment: comment.flatMap(ScreenedText.init), visitor: [visitor], time: at(hours)))
  }

  // MARK: Votes

  @Test func `a visitor's last vote counts, once`() async throws {
    try await store.append([
      vote("a", 1, helpful: false), vote("a", 1, helpful: true), vote("a", 2, stars: 2),
      vote("b", 1, helpful: false),
    ])
    #expect(
      try await store.ratings() == [
        "a": ArticleRating(sum: 7, count: 2, helpful: 1), "b": ArticleRating(sum: 1, count: 1),
      ])
  }

  @Test func `what the operator's own people think makes no rating, and reaches writers`()
    async throws
  {
    let own = VoteEvent(
      articleID: "a", language: "fr", isHelpful: false, comment: ScreenedText("faux"),
      visitor: [2], audience: .agent, time: noon)
    try await store.append([vote("a", 1, helpful: true), .vote(own)])
    #expect(try await store.ratings()["a"] == ArticleRating(sum: 5, count: 1, helpful: 1))
    let report = try await store.report(period: .all, limit: 5)
    #expect(report.totals.votes == 1)
    #expect(report.comments.map(\.text) == ["faux"])
  }

  @Test func `a comment alone is no opinion`() async throws {
    try await store.append([vote("a", 1, stars: 5), vote("a", 2, comment: "merci")])
    let totals = try await store.report(period: .all, limit: 5).totals
    #expect(totals.votes == 2)
    #expect(totals.opinions == 1)
    #expect(totals.helpfulVotes == 1)
  }

  @Test func `a reason and a comment follow a vote, and go with another opinion`() async throws {
    try await store.append([
      vote("a", 1, helpful: false), vote("a", 1, reason: "unclear"),
      vote("a", 1, comment: "Écrire à x@y.fr", hours: 1),
    ])
    let comment = try #require(try await store.report(period: .all, limit: 5).comments.first)
    #expect(comment.isHelpful == false)
    #expect(comment.reason == "unclear")
    #expect(comment.text == "Écrire à […]")
    #expect(comment.time == at(1))
    try await store.append([vote("a", 1, helpful: true)])
    #expect(try await store.report(period: .all, limit: 5).comments.isEmpty)
  }

  @Test func `a rating is shown from five votes on, and leans to the site's mean`() {
    #expect(ArticleRating(sum: 20, count: 4).shown(siteMean: 3) == nil)
    #expect(ArticleRating(sum: 25, count: 5).shown(siteMean: 3) == 4)
    #expect(ArticleRating(sum: 495, count: 99).shown(siteMean: 3) == 4.9)
    #expect(ArticleRating.siteMean([]) == 3)
  }

  @Test func `a rating that fell is reported with what it was`() async throws {
    let before = (1...3).map { vote("a", $0, stars: 5, hours: -500) }
    let after = (4...6).map { vote("a", $0, stars: 2) }
    let others = (1...3).map { vote("b", $0, stars: 3, hours: -500) }
    try await store.append(before + after + others + [vote("b", 9, stars: 1)])
    let report = try await store.report(period: .since(at(-24)), limit: 5)
    #expect(
      report.fallenRatings == [
        Report.RatingFall(articleID: "a", before: 5, after: 2, votes: 3)
      ])
  }

  // MARK: Searches

  private func search(
    _ query: String, hits: Int = 1, audience: Audience = .reader, rank: Int? = nil,
    again: Bool = false, hours: Int = 0
  ) -> Event {
    .search(
      SearchEvent(
        query: query, language: "fr", hitCount: hits, microseconds: 1, audience: audience,
        click: rank.map { SearchEvent.Click(articleID: "a", rank: $0) }, isReformulated: again,
        time: at(hours)))
  }

  private func asked(_ query: String, by visitor: UInt8, hours: Int = 0) -> Event {
    .query(QueryEvent(query: query, language: "fr", visitor: [visitor], time: at(hours)))
  }

  @Test(arguments: [0, -30])
  func `clicks, other words and agents are told apart, whole day or not`(hours: Int) async throws {
    try await store.append([
      search("soc", rank: 1, hours: hours), search("soc", again: true, hours: hours),
      search("soc", hits: 0, hours: hours), search("soc", hits: 0, audience: .agent, hours: hours),
    ])
    let report = try await store.report(period: .since(at(-100)), limit: 5)
    #expect(report.totals.searches == 3)
    #expect(report.totals.emptySearches == 1)
    #expect(report.totals.unclickedSearches == 1)
    #expect(report.totals.reformulatedSearches == 1)
    #expect(report.totals.agentSearches == 1)
    let expected = QueryCount(
      query: "soc", language: "fr", count: 3, emptyCount: 1, clickedCount: 1,
      reformulatedCount: 1, agentCount: 1, agentEmptyCount: 1)
    #expect(report.topQueries == [expected])
    #expect(report.unclickedQueries == [expected])
    // What agents look for in vain is missing, too.
    #expect(report.emptyQueries.map(\.missedCount) == [2])
    #expect(report.emptyQueries.map(\.emptyCount) == [1])
  }

  @Test func `what hardly anyone asked is counted and not listed, unless an agent asked`()
    async throws
  {
    try await store.append([
      search("rare"), search("often"), search("often"), search("desk", audience: .agent),
      search("jean dupont"), asked("rare", by: 1), asked("often", by: 1), asked("often", by: 2),
    ])
    let report = try await store.report(ReportRequest(period: .all))
    #expect(report.topQueries.map(\.query) == ["often", "desk"])
    #expect(report.withheldSearches == 2)
    #expect(try await store.report(period: .all, limit: 5).withheldSearches == 0)
  }

  @Test func `one person who asks on many days is one`() async throws {
    try await store.append(
      [-48, -24, 0].flatMap { [search("rare", hours: $0), asked("rare", by: 1, hours: $0)] })
    let report = try await store.report(ReportRequest(period: .all))
    #expect(report.topQueries.isEmpty)
    #expect(report.withheldSearches == 3)
  }

  @Test func `a query loses what looks private before it is stored`() async throws {
    try await store.append([search("facture jean@example.com")])
    let report = try await store.report(period: .all, limit: 5)
    #expect(report.topQueries.map(\.query) == ["facture […]"])
  }

  // MARK: Agents and programs

  @Test func `what agents open makes nothing more read`() async throws {
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr", source: .agent, time: noon)),
      .view(ViewEvent(articleID: "a", language: "fr", source: .link, time: noon)),
      .program(ProgramEvent(.view, time: noon)), .program(ProgramEvent(.search, time: noon)),
    ])
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 1])
    #expect(try await store.decayedViews(in: 0..<30_000, asOf: noon.day) == ["a": 1])
    let totals = try await store.report(period: .since(at(-1)), limit: 5).totals
    #expect(totals.views == 1)
    #expect(totals.agentViews == 1)
    #expect(totals.programs == 2)
  }

  @Test func `what came of shares is counted once each`() async throws {
    let shares = ["s1", "s2"].map { id -> Event in
      .share(
        Share(
          id: id, articleID: "a", language: "fr", channel: "link", agent: "Zoé", time: noon))
    }
    try await store.append(
      shares + [
        .opening(OpeningEvent(shareID: "s1", time: noon)),
        .opening(OpeningEvent(shareID: "s1", time: noon)),
        .outcome(ShareOutcomeEvent(shareID: "s1", kind: .rated, time: noon)),
        .outcome(ShareOutcomeEvent(shareID: "s1", kind: .rated, time: noon)),
        .outcome(ShareOutcomeEvent(shareID: "s1", kind: .escalated, time: noon)),
        .solved(SolvedEvent(articleID: "a", language: "fr", agent: "Zoé", time: noon)),
      ])
    let report = try await store.report(period: .since(at(-1)), limit: 5)
    #expect(report.funnel.shared == 2)
    #expect(report.funnel.opened == 1)
    #expect(report.funnel.rated == 1)
    #expect(report.funnel.searchedAgain == 0)
    #expect(report.funnel.escalated == 1)
    #expect(report.agents.map(\.agent) == ["Zoé"])
    #expect(report.agents.map(\.shares) == [2])
    #expect(report.agents.map(\.opened) == [1])
    #expect(report.agents.map(\.solved) == [1])
  }

  // MARK: Requests and pins

  @Test func `a request waits until it is done`() async throws {
    let request = HelpRequest(
      kind: .article, language: "fr", query: "bornes", text: "Appeler le 06 12 34 56 78",
      time: noon)
    try await store.append([.request(request)])
    let stored = try #require(try await store.requests(isOpen: true, limit: 5).first)
    #expect(stored.text == "Appeler le […]")
    #expect(stored.kind == .article)
    #expect(try await store.deskFigures(since: noon).openRequests == 1)
    #expect(try await store.close(requestID: request.id, time: at(1)))
    #expect(try await store.requests(isOpen: true, limit: 5).isEmpty)
    #expect(try await store.request(id: request.id)?.closed == at(1))
    #expect(try await store.close(requestID: request.id, time: nil))
    #expect(try await store.requests(isOpen: false, limit: 5).isEmpty)
    #expect(try await store.close(requestID: "none", time: noon) == false)
  }

  @Test func `pins are an agent's own, latest first`() async throws {
    try await store.pin("a", of: "Zoé", isPinned: true, time: at(0))
    try await store.pin("b", of: "Zoé", isPinned: true, time: at(1))
    try await store.pin("b", of: "Zoé", isPinned: true, time: at(2))
    try await store.pin("c", of: "Léa", isPinned: true, time: at(2))
    #expect(try await store.pins(of: "Zoé") == ["b", "a"])
    try await store.pin("b", of: "Zoé", isPinned: false, time: at(3))
    #expect(try await store.pins(of: "Zoé") == ["a"])
  }

  // MARK: Time

  @Test func `the time before is as long, and counted alike`() async throws {
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr", time: .now)),
      .view(
        ViewEvent(
          articleID: "a", language: "fr", time: Timestamp.now.advanced(by: .seconds(-90_000)))),
      .view(
        ViewEvent(
          articleID: "a", language: "fr", time: Timestamp.now.advanced(by: .seconds(-90_000)))),
    ])
    let day = ReportPeriod.since(Timestamp.now.advanced(by: .seconds(-86_400)))
    let report = try await store.report(period: day, limit: 5)
    #expect(report.totals.views == 1)
    #expect(report.previous?.views == 2)
    #expect(try await store.report(period: .all, limit: 5).previous == nil)
  }

  @Test func `days without anything are days all the same`() async throws {
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr", time: at(0))),
      .view(ViewEvent(articleID: "a", language: "fr", time: at(-72))), search("x", hours: -72),
    ])
    let period = ReportPeriod(from: at(-96), to: at(1))
    let days = try await store.report(period: period, limit: 5).days
    #expect(days.map(\.views) == [0, 1, 0, 0, 1])
    #expect(days.map(\.searches) == [0, 1, 0, 0, 0])
  }

  @Test func `a day's shares are counted whole, as its views and searches are`() async throws {
    try await store.append(
      [-2, 0].flatMap { hours in
        [
          .view(ViewEvent(articleID: "a", language: "fr", time: at(hours))),
          share("s\(hours)", of: "a", by: "Zoé", hours: hours),
        ]
      })
    let report = try await store.report(period: .since(at(-1)), limit: 5)
    #expect(report.days.first?.views == 2)
    #expect(report.days.first?.shares == 2)
    #expect(report.totals.shares == 1)
  }

  @Test func `the numbers of the day are read from its sums`() async throws {
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr", time: noon)),
      .view(ViewEvent(articleID: "a", language: "fr", source: .agent, time: noon)),
      search("rien", hits: 0), search("rien", hits: 0, audience: .agent),
    ])
    // Single events may go; their sums stay.
    try await store.forget(before: noon.day + 1)
    let midnight = Timestamp(milliseconds: noon.day * 86_400_000)
    let figures = try await store.deskFigures(since: midnight)
    #expect(figures.views == 1)
    #expect(figures.emptySearches == 1)
    #expect(try await store.deskFigures(since: at(1)).views == 0)
  }

  // MARK: Parts

  private func share(_ id: String, of article: String, by agent: String, hours: Int = 0) -> Event {
    .share(
      Share(
        id: id, articleID: article, language: "fr", channel: "link", agent: agent,
        time: at(hours)))
  }

  private func appendParts() async throws {
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr", time: noon)),
      .view(ViewEvent(articleID: "b", language: "fr", time: noon)), search("soc"),
      share("1", of: "a", by: "Zoé"), share("2", of: "b", by: "Léa"),
      share("3", of: "b", by: "Zoé"), .opening(OpeningEvent(shareID: "2", time: noon)),
      .opening(OpeningEvent(shareID: "3", time: noon)), vote("a", 1, stars: 5),
      vote("b", 1, stars: 4),
      .solved(SolvedEvent(articleID: "b", language: "fr", agent: "Léa", time: noon)),
    ])
  }

  @Test(arguments: [-1, -100])
  func `a report on some articles counts what happened to them`(hours: Int) async throws {
    try await appendParts()
    for period in [ReportPeriod.since(at(hours)), .all] {
      let report = try await store.report(
        ReportRequest(period: period, leastPeople: 0, articles: ["a"]))
      #expect(report.totals.views == 1)
      #expect(report.totals.shares == 1)
      #expect(report.totals.openings == 0)
      #expect(report.totals.votes == 1)
      #expect(report.mostViewed.map(\.articleID) == ["a"])
      #expect(report.agents.map(\.agent) == ["Zoé"])
      #expect(report.funnel.shared == 1)
      // A search is about no article.
      #expect(!report.hasSearches)
      #expect(report.totals.searches == 0)
      #expect(report.topQueries.isEmpty)
    }
  }

  @Test func `a report on an agent counts what the agent did, and what came of it`() async throws {
    try await appendParts()
    let report = try await store.report(
      ReportRequest(period: .since(at(-1)), leastPeople: 0, agent: "Léa"))
    #expect(report.totals.shares == 1)
    #expect(report.totals.openings == 1)
    #expect(report.totals.solved == 1)
    #expect(report.mostShared.map(\.articleID) == ["b"])
    #expect(report.agents.map(\.agent) == ["Léa"])
    #expect(report.days.first?.shares == 1)
    #expect(report.funnel.opened == 1)
    #expect(!report.hasReading && !report.hasSearches)
    #expect(report.totals.views == 0)
    #expect(report.totals.votes == 0)
  }

  @Test func `requests are told in parts, with how many there are`() async throws {
    try await store.append(
      (0..<3).map {
        .request(
          HelpRequest(kind: .article, language: "fr", query: "q\($0)", time: at($0)))
      })
    let page = try await store.requests(isOpen: true, limit: 1, offset: 1)
    #expect(page.requests.map(\.query) == ["q1"])
    #expect(page.total == 3)
  }

  // MARK: What is forgotten

  @Test func `messages that are old are emptied, and so are answers of yesterday`() async throws {
    let old = at(-24 * 40)
    for (id, time) in [("dead", old), ("bounced", old), ("waiting", old), ("new", noon)] {
      let share = Share(
        id: id, articleID: "a", language: "fr", channel: "email", agent: "Zoé", time: time)
      try await store.accept(share, message: Array("Bonjour".utf8), due: time)
    }
    for entry in try await store.claimMessages(limit: 9, lease: .seconds(30), at: noon) {
      let fault = "550 <jean@client.example>"
      switch entry.shareID {
      case "dead": try await store.settle(entry, .dead(fault: fault), at: old)
      case "bounced":
        try await store.settle(entry, .sent, at: old)
        #expect(
          try await store.noteBounce(shareID: try #require(entry.shareID), fault: fault, at: old))
      case "new": try await store.settle(entry, .dead(fault: fault), at: noon)
      default: break
      }
    }
    let key: [UInt8] = [7]
    _ = try await store.beginRequest(key: key, fingerprint: [1], at: Timestamp(milliseconds: 1))
    try await store.finishRequest(key: key, status: 201, body: Array("Bonjour".utf8))
    #expect(try await store.forget(before: noon.day - 30) > 0)
    for (id, isKept) in [("dead", false), ("bounced", false), ("waiting", true), ("new", true)] {
      let message = try #require(try await store.shareSummary(id: id)?.message)
      #expect(message.message.isEmpty != isKept, "\(id)")
      #expect((message.fault != nil) == (id == "new"), "\(id)")
    }
    let rows = try await store.pool.read { database in
      try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM answered_request")
    }
    #expect(rows == 0)
  }

  @Test func `what is old is forgotten, and its sums stay`() async throws {
    let old = at(-24 * 40)
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr", time: old)), search("vieux", hours: -24 * 40),
      asked("vieux", by: 1, hours: -24 * 40), search("neuf"),
      vote("a", 1, helpful: true, comment: "merci", hours: -24 * 40),
      .request(HelpRequest(kind: .article, language: "fr", text: "bornes", time: old)),
      .share(
        Share(
          id: "s", articleID: "a", language: "fr", channel: "email", agent: "Zoé",
          recipient: "x@y.fr", customer: "Jean", note: "Bonjour", time: old)),
    ])
    #expect(try await store.forget(before: noon.day - 30) > 0)
    let report = try await store.report(period: .all, limit: 5)
    #expect(report.totals.searches == 2)
    #expect(report.topQueries.map(\.query) == ["neuf"])
    #expect(report.comments.isEmpty)
    #expect(try await store.ratings()["a"]?.count == 1)
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 1])
    let share = try #require(try await store.share(id: "s"))
    #expect(share.recipient == nil)
    #expect(share.customer == nil)
    #expect(share.note == nil)
    #expect(try await store.requests(isOpen: true, limit: 5).first?.text == nil)
    #expect(try await store.forget(before: noon.day - 30) == 0)
  }
}
