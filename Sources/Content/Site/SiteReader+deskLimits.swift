import Diagnostics

extension SiteReader {
  /// How long agents stay signed in: `{idle: 12h, absolute: 7d}`.
  mutating func sessions(_ node: YAMLNode) -> Desk.Sessions {
    var result = Desk.Sessions()
    guard !node.isNull, let entries = reader.mapping(node, "desk.sessions") else { return result }
    for entry in entries {
      switch entry.key {
      case "idle": result.idle = span(entry, 300...30 * 86_400) ?? result.idle
      case "absolute": result.absolute = span(entry, 300...366 * 86_400) ?? result.absolute
      default: reader.unknown(entry, known: ["idle", "absolute"], in: "desk.sessions")
      }
    }
    if result.idle.seconds > result.absolute.seconds {
      reader.report(
        DiagnosticID.valueInvalid, node.range,
        "a session cannot last longer without a request ('idle') than at all ('absolute')")
    }
    return result
  }

  /// How often somebody may try to sign in: `{name: 5, network: 30, window: 15m}`.
  mutating func attempts(_ node: YAMLNode) -> Desk.Attempts {
    var result = Desk.Attempts()
    guard !node.isNull, let entries = reader.mapping(node, "desk.attempts") else { return result }
    for entry in entries {
      switch entry.key {
      case "name": result.name = number(entry, 1...100) ?? result.name
      case "network": result.network = number(entry, 1...10_000) ?? result.network
      case "window": result.window = span(entry, 60...86_400) ?? result.window
      default: reader.unknown(entry, known: ["name", "network", "window"], in: "desk.attempts")
      }
    }
    return result
  }

  /// How many requests to the API are answered in a minute: `{read: 600, write: 120, agent: 1200}`.
  mutating func rateLimits(_ node: YAMLNode) -> Desk.RateLimits {
    var result = Desk.RateLimits()
    guard !node.isNull, let entries = reader.mapping(node, "desk.rateLimits") else { return result }
    for entry in entries {
      switch entry.key {
      case "read": result.read = number(entry, 1...1_000_000) ?? result.read
      case "write": result.write = number(entry, 1...1_000_000) ?? result.write
      case "agent": result.agent = number(entry, 1...1_000_000) ?? result.agent
      default: reader.unknown(entry, known: ["read", "write", "agent"], in: "desk.rateLimits")
      }
    }
    return result
  }

  private mutating func span(_ entry: YAMLEntry, _ bounds: ClosedRange<Int>) -> TimeSpan? {
    guard let text = reader.text(entry.value, entry.key) else { return nil }
    guard let span = TimeSpan(text), bounds.contains(span.seconds) else {
      reader.report(
        DiagnosticID.valueInvalid, entry.value.range,
        "'\(entry.key)' takes a span from \(bounds.lowerBound / 60)m to "
          + Self.text(bounds.upperBound) + ", not '\(text)'", FixIt("write it as 30m, 12h or 7d"))
      return nil
    }
    return span
  }

  private static func text(_ seconds: Int) -> String {
    seconds > 86_400 ? "\(seconds / 86_400)d" : "\(seconds / 3600)h"
  }
}
