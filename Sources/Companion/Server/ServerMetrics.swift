import Synchronization

/// Numbers of requests and of their times, as Prometheus reads them.
///
/// Requests are told apart by the pattern of their route, never by their path: no id and no query is
/// in any of it.
final class ServerMetrics: Sendable {
  private struct Key: Hashable {
    var route: String
    var method: String
    var status: Int
  }

  private struct Times {
    var counts = [Int](repeating: 0, count: ServerMetrics.bounds.count + 1)
    var microseconds: Int64 = 0
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var times: [String: Times] = [:]
  }

  private let state = Mutex(State())

  /// The upper bounds of the histogram, in microseconds.
  private static let bounds: [Int64] = [
    500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_500_000,
  ]

  /// Counts a request.
  func count(route: String, method: String, status: Int, microseconds: Int64) {
    state.withLock { state in
      state.requests[Key(route: route, method: method, status: status), default: 0] += 1
      let slot = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
      state.times[route, default: Times()].counts[slot] += 1
      state.times[route, default: Times()].microseconds += microseconds
    }
  }

  /// The numbers in Prometheus' text format, version 0.0.4.
  ///
  /// - Parameter gauges: numbers that are not counted here, by their whole name.
  /// - Returns: the text.
  func text(gauges: [(name: String, help: String, values: [(labels: String, value: Int)])])
    -> String
  {
    let state = state.withLock { $0 }
    var lines: [String] = []
    lines.append("# HELP balise_requests_total Requests that were answered.")
    lines.append("# TYPE balise_requests_total counter")
    let requests = state.requests.sorted { first, second in
      (first.key.route, first.key.method, first.key.status)
        < (second.key.route, second.key.method, second.key.status)
    }
    for (key, count) in requests {
      lines.append(
        "balise_requests_total{route=\"\(key.route)\",method=\"\(key.method)\","
          + "status=\"\(key.status)\"} \(count)")
    }
    lines.append("# HELP balise_request_seconds How long answers take, until their first byte.")
    lines.append("# TYPE balise_request_seconds histogram")
    for (route, times) in state.times.sorted(by: { $0.key < $1.key }) {
      var total = 0
      for (bound, count) in zip(Self.bounds, times.counts) {
        total += count
        lines.append(
          "balise_request_seconds_bucket{route=\"\(route)\",le=\"\(Double(bound) / 1e6)\"} \(total)"
        )
      }
      total += times.counts.last ?? 0
      lines.append("balise_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(total)")
      lines.append(
        "balise_request_seconds_sum{route=\"\(route)\"} \(Double(times.microseconds) / 1e6)")
      lines.append("balise_request_seconds_count{route=\"\(route)\"} \(total)")
    }
    for gauge in gauges {
      lines.append("# HELP \(gauge.name) \(gauge.help)")
      lines.append("# TYPE \(gauge.name) gauge")
      for value in gauge.values { lines.append("\(gauge.name)\(value.labels) \(value.value)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
