import EventLog

extension Call {
  /// The period that `since` of the query begins; the last 30 days where it names none.
  func period() throws -> ReportPeriod {
    guard let period = ReportPeriod(since: query["since"] ?? "30d") else {
      throw ProblemDetails.parameter(
        "since", "must be a span such as 30d or 12h, a date such as 2026-01-31, or all")
    }
    return period
  }
}
