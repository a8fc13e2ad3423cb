import EventLog
import Rendering
import Reports

/// Puts a report into the form that its page shows.
struct ReportPage {
  let report: SiteReport
  /// The agents to choose from.
  let agents: [String]
  let frame: DeskFrame
  let templates: TemplateLibrary
  let call: Call
  /// Whether what writers are told is shown, and can be settled.
  let canWrite: Bool

  private typealias Section = ReportPageContext.Section
  private typealias Cell = ReportPageContext.Cell

  private var numbers: Report { report.report }

  /// The page.
  var context: ReportPageContext {
    ReportPageContext(
      frame: frame,
      periods: ["7d", "30d", "90d", "365d", "all"].map { since in
        ReportPageContext.Choice(
          label: since, url: address(["since": since]),
          isCurrent: (call.query["since"] ?? "30d") == since)
      },
      languages: ([""] + call.site.languages).map { language in
        ReportPageContext.Choice(
          label: language, url: address(["only": language]),
          isCurrent: (call.query["only"] ?? "") == language)
      },
      filters: [
        filter("category", call.site.description.searchForm(in: frame.language)?.categories ?? []),
        filter("agent", agents.map { SiteDescription.Choice(key: $0, label: $0) }),
      ],
      kept: call.query.items.filter { !["category", "agent"].contains($0.name) }
        .map { ($0.name, $0.value) },
      exports: (export("csv"), export("json")), figures: figures,
      sections: trend + articles + searches + outcomes + groups + (canWrite ? writers : []))
  }

  private func filter(
    _ name: String, _ choices: [SiteDescription.Choice]
  ) -> ReportPageContext.Filter {
    ReportPageContext.Filter(
      name: name, choices: choices.map { ($0.key, $0.label) }, chosen: call.query[name] ?? "")
  }

  // MARK: Addresses

  private func query(_ changes: [String: String]) -> String {
    var items = call.query.items.filter { changes[$0.name] == nil }
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      items.append(QueryItems.Item(name: name, value: value))
    }
    return QueryItems(items).encoded
  }

  private func address(_ changes: [String: String]) -> String { "?" + query(changes) }

  private func export(_ format: String) -> String {
    "\(call.site.basePath)/api/v1/stats/report?" + query(["format": format])
  }

  // MARK: Numbers

  private var figures: [ReportPageContext.Figure] {
    let (now, before) = (numbers.totals, numbers.previous)
    func figure(
      _ key: String, _ value: (Report.Totals) -> Int, isMoreBetter: Bool? = true
    ) -> ReportPageContext.Figure {
      ReportPageContext.Figure(
        key: key, count: value(now), before: before.map(value), isMoreBetter: isMoreBetter)
    }
    let searches = [
      figure("searches", { $0.searches }, isMoreBetter: nil),
      figure("emptySearches", { $0.emptySearches }, isMoreBetter: false),
      figure("unclickedSearches", { $0.unclickedSearches }, isMoreBetter: false),
    ]
    let helpful = ReportPageContext.Figure(
      key: "helpful", count: Self.helpful(now), before: before.flatMap(Self.helpful))
    return reading([figure("views", { $0.views })]) + searching(searches)
      + [figure("shares", { $0.shares }), figure("openings", { $0.openings })]
      + reading([helpful])
      + [
        figure("solved", { $0.solved }),
        figure("expertRequests", { $0.expertRequests }, isMoreBetter: false),
      ]
  }

  /// How many of a hundred opinions are that an article helped; nil without any.
  private static func helpful(_ totals: Report.Totals) -> Int? {
    totals.opinions > 0 ? 100 * totals.helpfulVotes / totals.opinions : nil
  }

  /// What is made of views and votes, where anybody can tell them.
  private func reading<Part>(_ parts: [Part]) -> [Part] { numbers.hasReading ? parts : [] }

  /// What is made of searches, where anybody can tell them.
  private func searching<Part>(_ parts: [Part]) -> [Part] { numbers.hasSearches ? parts : [] }

  // MARK: Tables

  private var trend: [Section] {
    let days = numbers.days
    let dates = days.map { Timestamp(milliseconds: $0.day * 86_400_000).date }
    return [
      Section(
        key: numbers.hasReading ? "trend" : "sharing",
        columns: ["day"] + reading(["views"]) + searching(["searches", "empty"]) + ["shares"],
        rows: zip(dates, days).reversed().map { date, day in
          [.day(date)] + reading([.number(day.views)])
            + searching([.number(day.searches), .number(day.emptySearches)])
            + [.number(day.shares)]
        },
        chart: TrendChart(
          days: dates,
          series: numbers.hasReading
            ? [TrendChart.Series(key: "views", values: days.map(\.views))]
              + searching([TrendChart.Series(key: "searches", values: days.map(\.searches))])
            : [TrendChart.Series(key: "shares", values: days.map(\.shares))]),
        note: numbers.totals.programs > 0
          ? templates.text(
            "reportPrograms", in: frame.language, count: numbers.totals.programs) : nil,
        isWide: true)
    ]
  }

  private var articles: [Section] {
    reading([
      Section(
        key: "viewed", columns: ["article", "views"],
        rows: counted(report.articles(numbers.mostViewed).map { (text($0), $0.count) }))
    ]) + [
      Section(
        key: "shared", columns: ["article", "shares"],
        rows: counted(report.articles(numbers.mostShared).map { (text($0), $0.count) }))
    ]
  }

  private var searches: [Section] {
    let withheld = numbers.withheldSearches
    return searching([
      Section(
        key: "searched", columns: ["query", "lang", "times", "opened"],
        rows: numbers.topQueries.map {
          [
            .text($0.query), .language($0.language), .number($0.count),
            .number($0.clickedCount),
          ]
        },
        note: withheld > 0
          ? templates.text("reportWithheld", in: frame.language, count: withheld) : nil),
      Section(
        key: "empty", columns: ["query", "lang", "times"],
        rows: numbers.emptyQueries.map {
          [.text($0.query), .language($0.language), .number($0.missedCount)]
        }),
      Section(
        key: "unclicked", columns: ["query", "lang", "times", "again"],
        rows: numbers.unclickedQueries.map {
          [
            .text($0.query), .language($0.language),
            .number($0.count - $0.emptyCount - $0.clickedCount),
            .number($0.reformulatedCount),
          ]
        }),
      Section(
        key: "gaps", columns: ["query", "lang", "wanted"] + (canWrite ? ["close"] : []),
        rows: report.gaps.prefix(20).map { gap in
          [.text(gap.query), .language(gap.language), .number(gap.weight)]
            + (canWrite ? [.gap(query: gap.query, language: gap.language)] : [])
        }, isWide: true),
    ])
  }

  private var outcomes: [Section] {
    let funnel = numbers.funnel
    let steps = [
      ("shared-step", funnel.shared), ("opened-step", funnel.opened), ("rated-step", funnel.rated),
      ("searched-step", funnel.searchedAgain), ("escalated-step", funnel.escalated),
    ]
    return [
      Section(
        key: "funnel", columns: ["step", "times"],
        rows: funnel.shared == 0 ? [] : counted(steps.map { (.word($0.0), $0.1) }))
    ]
      + reading([
        Section(
          key: "fallen", columns: ["article", "before", "after", "votes"],
          rows: numbers.fallenRatings.map {
            [
              .text(report.title(of: $0.articleID), url: url(of: $0.articleID)), .tenths($0.before),
              .tenths($0.after), .number($0.votes),
            ]
          }),
        Section(
          key: "stale", columns: ["article", "lang", "reason", "since", "views"],
          rows: report.stalePages.prefix(20).map {
            [
              .text($0.title, url: $0.url), .language($0.language), .word($0.reason.rawValue),
              .day($0.since), .number($0.views),
            ]
          }, isWide: true),
      ])
  }

  private var groups: [Section] {
    reading([
      Section(
        key: "categories", columns: ["category", "views"],
        rows: counted(
          report.categories.map { (.text($0.label.isEmpty ? "—" : $0.label), $0.views) })),
      Section(
        key: "sources", columns: ["source", "views"],
        rows: counted(
          numbers.viewsBySource.map { (.word("source-\($0.source.rawValue)"), $0.count) })),
    ]) + [
      Section(
        key: "languages",
        columns: ["lang"] + reading(["views"]) + searching(["searches", "empty"]) + ["shares"],
        rows: numbers.languages.map {
          [.language($0.language)] + reading([.number($0.views)])
            + searching([.number($0.searches), .number($0.emptySearches)]) + [.number($0.shares)]
        }),
      Section(
        key: "agents", columns: ["agent", "shares", "opened", "solved", "requests"],
        rows: numbers.agents.map {
          [
            .text($0.agent), .number($0.shares), .number($0.opened), .number($0.solved),
            .number($0.requests),
          ]
        }),
    ]
  }

  private var writers: [Section] {
    reading([
      Section(
        key: "comments", columns: ["article", "opinion", "reason", "comment", "day"],
        rows: numbers.comments.map { comment in
          let opinion = comment.isHelpful.map { $0 ? "helped" : "notHelped" } ?? "said"
          return [
            .text(report.title(of: comment.articleID), url: url(of: comment.articleID)),
            .word(opinion), .text(comment.reason ?? ""), .text(comment.text ?? ""),
            .day(comment.time.date),
          ]
        }, isWide: true)
    ]) + [
      Section(
        key: "requests", columns: ["kind", "article", "text", "agent", "day", "done"],
        rows: numbers.openRequests.map { request in
          [
            .word(request.kind.rawValue),
            .text(
              request.articleID.map(report.title) ?? "", url: request.articleID.flatMap(url)),
            .text([request.query, request.text].compactMap { $0 }.joined(separator: " — ")),
            .text(request.agent ?? ""), .day(request.time.date), .close(request: request.id),
          ]
        }, isWide: true)
    ]
  }

  /// Rows of a name and a number, with a bar for the share of the largest.
  private func counted(_ rows: [(Cell, Int)]) -> [[Cell]] {
    let most = Double(max(1, rows.map(\.1).max() ?? 1))
    return rows.map { [$0.0, .number($0.1, share: Double($0.1) / most)] }
  }

  private func text(_ figure: SiteReport.ArticleFigure) -> Cell {
    .text(figure.title ?? figure.id, url: figure.url)
  }

  private func url(of id: String) -> String? {
    report.site.version(of: id, in: report.language)?.url
  }
}
