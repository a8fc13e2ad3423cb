/// What the page `reports` shows: numbers beside those of the time before, charts, tables.
public struct ReportPageContext: Sendable {
  /// A number, and what it was before.
  public struct Figure: Sendable {
    /// What it counts: `views`, `searches`, … as the texts `reportFigure-…` have it.
    public var key: String
    /// How many; nil where nobody can tell.
    public var count: Int?
    /// How many there were before; nil where nothing is compared.
    public var before: Int?
    /// Whether more is better; nil where it is neither.
    public var isMoreBetter: Bool?

    /// A number from its parts.
    public init(key: String, count: Int?, before: Int?, isMoreBetter: Bool? = true) {
      self.key = key
      self.count = count
      self.before = before
      self.isMoreBetter = isMoreBetter
    }
  }

  /// A choice among several, as links.
  public struct Choice: Sendable {
    /// What it is called.
    public var label: String
    /// The address of the page with it.
    public var url: String
    /// Whether it is the present one.
    public var isCurrent: Bool

    /// A choice from its parts.
    public init(label: String, url: String, isCurrent: Bool) {
      self.label = label
      self.url = url
      self.isCurrent = isCurrent
    }
  }

  /// A choice among many, as a list that opens.
  public struct Filter: Sendable {
    /// The name in the address; its texts have the keys `reportFilter-…` and `reportAll-…`.
    public var name: String
    /// The values, each with what it is called.
    public var choices: [(value: String, label: String)]
    /// The value that is chosen; empty for none.
    public var chosen: String

    /// A choice from its parts.
    public init(name: String, choices: [(value: String, label: String)], chosen: String) {
      self.name = name
      self.choices = choices
      self.chosen = chosen
    }
  }

  /// A cell of a table.
  public enum Cell: Sendable {
    /// A text, with an address that it leads to.
    case text(String, url: String? = nil)
    /// A text of the interface, by its key.
    case word(String)
    /// A language, by its code.
    case language(String)
    /// A number, and its share of the largest one for a bar.
    case number(Int, share: Double? = nil)
    /// A number with one decimal.
    case tenths(Double)
    /// A day, as `2026-01-31`.
    case day(String)
    /// What closes a gap: the addresses of two patches.
    case gap(query: String, language: String)
    /// A button that says that a request is done.
    case close(request: String)
  }

  /// A table with its heading, and a chart over it.
  public struct Section: Sendable {
    /// What it is about: its texts have the keys `report-KEY` and, if there is more to say,
    /// `report-KEY-lead`.
    public var key: String
    /// The headings of the columns, as keys `reportColumn-…`.
    public var columns: [String]
    /// The rows.
    public var rows: [[Cell]]
    /// The chart over the table, which is then folded away.
    public var chart: TrendChart?
    /// A sentence below the table.
    public var note: String?
    /// Whether it takes the width of the page.
    public var isWide: Bool

    /// A table from its parts.
    public init(
      key: String, columns: [String], rows: [[Cell]], chart: TrendChart? = nil,
      note: String? = nil, isWide: Bool = false
    ) {
      self.key = key
      self.columns = columns
      self.rows = rows
      self.chart = chart
      self.note = note
      self.isWide = isWide
    }
  }

  /// What stands around the page.
  public var frame: DeskFrame
  /// The periods to choose from, by the keys `reportPeriod-…`.
  public var periods: [Choice]
  /// The languages to choose from.
  public var languages: [Choice]
  /// What else the report may be narrowed down to.
  public var filters: [Filter]
  /// What the address says besides the filters.
  public var kept: [(name: String, value: String)]
  /// The addresses of the same report for a spreadsheet and for programs.
  public var exports: (csv: String, json: String)
  /// The numbers.
  public var figures: [Figure]
  /// The tables.
  public var sections: [Section]

  /// Makes a context from its parts.
  public init(
    frame: DeskFrame, periods: [Choice], languages: [Choice], filters: [Filter] = [],
    kept: [(name: String, value: String)] = [],
    exports: (csv: String, json: String), figures: [Figure], sections: [Section]
  ) {
    self.frame = frame
    self.periods = periods
    self.languages = languages
    self.filters = filters
    self.kept = kept
    self.exports = exports
    self.figures = figures
    self.sections = sections
  }
}

extension TemplateLibrary {
  /// The page `reports`, whole.
  public func reports(_ context: ReportPageContext) -> [UInt8] {
    let templates = localized(context.frame.language)
    return templates.bytes("reports", context.fields(templates.strings))
  }

  /// A text of the interface in a language.
  public func text(_ key: String, in language: String, _ values: [String: String] = [:]) -> String {
    localized(language).strings.format(key, values)
  }

  /// A text of the interface that counts.
  public func text(_ key: String, in language: String, count: Int) -> String {
    localized(language).strings.count(key, count)
  }
}

extension ReportPageContext {
  /// The fields that the template names.
  func fields(_ strings: StringTable) -> TemplateValues {
    var fields = frame.fields(strings)
    fields["isReports"] = true
    fields["periods"] = periods.map { $0.fields(strings["reportPeriod-\($0.label)"]) }
    fields["tongueFilters"] = languages.map {
      $0.fields($0.label.isEmpty ? strings["reportAllLanguages"] : LanguageName.own(of: $0.label))
    }
    let filters = filters.filter { !$0.choices.isEmpty }
    fields["filters"] = filters.map { $0.fields(strings) }
    fields["hasFilters"] = !filters.isEmpty
    fields["kept"] = kept.map { name, value -> TemplateValues in ["name": name, "value": value] }
    fields["csv"] = exports.csv
    fields["json"] = exports.json
    fields["tiles"] = figures.map { $0.fields(strings) }
    fields["sections"] = sections.map { $0.fields(strings, base: frame.base, csrf: frame.csrf) }
    return fields
  }
}

extension ReportPageContext.Choice {
  fileprivate func fields(_ label: String) -> TemplateValues {
    ["label": label, "url": url, "isCurrent": isCurrent]
  }
}

extension ReportPageContext.Filter {
  fileprivate func fields(_ strings: StringTable) -> TemplateValues {
    [
      "name": name, "label": strings["reportFilter-\(name)"], "all": strings["reportAll-\(name)"],
      "options": choices.map { value, label -> TemplateValues in
        ["value": value, "label": label, "isCurrent": value == chosen]
      },
    ]
  }
}

extension ReportPageContext.Figure {
  fileprivate func fields(_ strings: StringTable) -> TemplateValues {
    let format = LocaleFormat(strings.language)
    var fields: TemplateValues = [
      "label": strings["reportFigure-\(key)"], "value": count.map(format.number) ?? "–",
      "tone": tone,
    ]
    if let before {
      fields["before"] = strings.format("reportBefore", ["count": format.number(before)])
      if let count { fields["change"] = change(from: before, to: count, format, strings) }
    }
    return fields
  }

  /// `+12 %`, `−3 %`, `=`; where there was nothing before, that it is new.
  private func change(
    from before: Int, to count: Int, _ format: LocaleFormat, _ strings: StringTable
  ) -> String {
    guard before != count else { return "=" }
    guard before > 0 else { return strings["reportNew"] }
    let percent = Int((Double(count - before) / Double(before) * 100).rounded())
    let sign = percent > 0 ? "+" : percent < 0 ? "\u{2212}" : "±"
    let gap = format.language == "fr" ? "\u{202F}" : ""
    return sign + format.number(abs(percent)) + gap + "%"
  }

  private var tone: String {
    guard let count, let before, let isMoreBetter, before != count else { return "even" }
    return (count > before) == isMoreBetter ? "good" : "bad"
  }
}

extension ReportPageContext.Section {
  fileprivate func fields(_ strings: StringTable, base: String, csrf: String) -> TemplateValues {
    let format = LocaleFormat(strings.language)
    var fields: TemplateValues = [
      "key": key, "title": strings["report-\(key)"], "isWide": isWide, "isEmpty": rows.isEmpty,
      "columns": zip(columns, columns.indices).map { column, index -> TemplateValues in
        [
          "label": strings["reportColumn-\(column)"],
          "isNumber": rows.first.map { $0.indices.contains(index) && $0[index].isNumber } ?? false,
        ]
      },
      "rows": rows.map { row -> TemplateValues in
        ["cells": row.map { $0.fields(strings, format, base: base, csrf: csrf) }]
      },
    ]
    let lead = "report-\(key)-lead"
    if strings.texts[lead] != nil { fields["lead"] = strings[lead] }
    if let chart, !rows.isEmpty {
      fields["chart"] = chart.svg(strings, format)
      fields["legend"] = chart.series.enumerated().map { index, series -> TemplateValues in
        ["label": strings["reportColumn-\(series.key)"], "place": "\(index + 1)"]
      }
    }
    fields.set("note", note)
    return fields
  }
}

extension ReportPageContext.Cell {
  /// Whether it stands at the right, with its figures under each other.
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .tenths: true
    default: false
    }
  }

  fileprivate func fields(
    _ strings: StringTable, _ format: LocaleFormat, base: String, csrf: String
  ) -> TemplateValues {
    var fields: TemplateValues = ["isNumber": isNumber]
    switch self {
    case .text(let text, let url):
      fields["text"] = text
      if let url { fields["link"] = ["url": url] as TemplateValues }
    case .word(let key): fields["text"] = strings["report-\(key)"]
    case .language(let code): fields["text"] = LanguageName.own(of: code)
    case .number(let number, let share):
      fields["text"] = format.number(number)
      if let share {
        fields["bar"] = ["width": "\(share > 0 ? max(1, Int((share * 100).rounded())) : 0)"]
      }
    case .tenths(let value):
      let tenths = Int((value * 10).rounded())
      let mark = format.language == "fr" ? "," : "."
      fields["text"] = "\(tenths / 10)\(mark)\(abs(tenths % 10))"
    case .day(let day): fields["text"] = format.date(iso: day)
    case .gap(let query, let language):
      fields["gap"] = ["query": query, "gapLang": language, "base": base] as TemplateValues
    case .close(let request):
      fields["close"] = ["request": request, "base": base, "csrf": csrf] as TemplateValues
    }
    return fields
  }
}
