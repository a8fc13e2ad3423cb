import Diagnostics

extension SiteReader {
  /// What agents' desks are told: who may speak to them, and how people sign in.
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
      case "experts":
        guard let text = reader.text(entry.value, "experts") else { continue }
        // The server reads it as mail servers do; this finds what was meant to be something else.
        guard text.split(separator: "@", omittingEmptySubsequences: false).count == 2,
          !text.contains("://")
        else {
          reader.report(
            DiagnosticID.valueInvalid, entry.value.range, "'\(text)' is no mail address",
            FixIt("write it as experts@example.com"))
          continue
        }
        result.experts = text
      case "openid": result.openID = openID(entry.value)
      case "sessions": result.sessions = sessions(entry.value)
      case "attempts": result.attempts = attempts(entry.value)
      case "rateLimits": result.rateLimits = rateLimits(entry.value)
      case "plans":
        guard !entry.value.isNull, let plans = reader.mapping(entry.value, "desk.plans") else {
          continue
        }
        for plan in plans {
          guard let level = reader.text(plan.value, "desk.plans.\(plan.key)") else { continue }
          result.plans[plan.key] = level
          planLevels.append((level, plan.value.range))
        }
      case "networks":
        for item in items(entry.value, "desk.networks") {
          guard let text = reader.text(item, "desk.networks") else { continue }
          guard NetworkRange(text) != nil else {
            reader.report(
              DiagnosticID.valueInvalid, item.range, "'\(text)' is no network",
              FixIt("write it as 10.0.0.0/8, 192.0.2.7 or 2001:db8::/48"))
            continue
          }
          result.networks.append(text)
        }
      default:
        reader.unknown(
          entry,
          known: [
            "origins", "plans", "networks", "experts", "openid", "sessions", "attempts",
            "rateLimits",
          ], in: "desk")
      }
    }
    return result
  }

  /// Reports plans whose level the site does not have.
  mutating func checkPlans(_ site: SiteConfiguration) {
    let known = site.difficulties.map(\.key)
    for (level, range) in planLevels where !known.contains(level) {
      reader.report(
        DiagnosticID.difficultyUnknown, range,
        "'\(level)' is no difficulty of the site, which has \(known.joined(separator: ", "))",
        Suggestion.nearest(to: level, among: known).map {
          FixIt("replace '\(level)' with '\($0)'", replacement: $0)
        })
    }
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

  /// A whole number within bounds; nil after it has noted why there is none.
  mutating func number(_ entry: YAMLEntry, _ bounds: ClosedRange<Int>) -> Int? {
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
