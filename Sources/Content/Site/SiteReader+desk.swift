import Diagnostics

extension SiteReader {
  /// What agents' desks are told: who may speak to them, and which level suits which plan.
  mutating func desk(_ node: YAMLNode) -> Desk {
    var result = Desk()
    guard !node.isNull, let entries = reader.mapping(node, "desk") else { return result }
    for entry in entries {
      switch entry.key {
      case "origins":
        for item in items(entry.value, "desk.origins") {
          // Not just anybody may speak to a page on which agents are signed in.
          let origin = origin(
            item, "desk.origins", allowsAny: false,
            hint: "write it as https://helpdesk.example.com")
          if let origin { result.origins.append(origin) }
        }
      default: reader.unknown(entry, known: ["origins"], in: "desk")
      }
    }
    return result
  }

  /// How long what readers do is kept, and what is not listed.
  mutating func privacy(_ node: YAMLNode) -> Privacy {
    var result = Privacy()
    guard !node.isNull, let entries = reader.mapping(node, "privacy") else { return result }
    for entry in entries {
      switch entry.key {
      case "retentionDays":
        result.retentionDays = number(entry, 1...3650) ?? result.retentionDays
      case "rareQueries":
        result.rareQueries = number(entry, 0...100) ?? result.rareQueries
      default: reader.unknown(entry, known: ["retentionDays", "rareQueries"], in: "privacy")
      }
    }
    return result
  }

  private mutating func number(_ entry: YAMLEntry, _ bounds: ClosedRange<Int>) -> Int? {
    guard let number = reader.integer(entry.value, entry.key) else { return nil }
    guard bounds.contains(number) else {
      reader.report(
        DiagnosticID.typeMismatch, entry.value.range,
        "'\(entry.key)' takes a number from \(bounds.lowerBound) to \(bounds.upperBound)")
      return nil
    }
    return number
  }
}
