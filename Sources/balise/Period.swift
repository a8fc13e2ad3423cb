import ArgumentParser

/// A length of time as people type it: `30d`, `12h`, `2w`.
struct Period: ExpressibleByArgument {
  /// How long.
  let duration: Duration
  /// As it was typed.
  let text: String

  init?(argument: String) {
    guard let unit = argument.last, let number = Int(argument.dropLast()), number > 0,
      number <= 100_000
    else { return nil }
    let hours: Int
    switch unit {
    case "h": hours = 1
    case "d", "j": hours = 24
    case "w": hours = 24 * 7
    case "m": hours = 24 * 30
    case "y": hours = 24 * 365
    default: return nil
    }
    duration = .seconds(number * hours * 3600)
    text = argument
  }

  var defaultValueDescription: String { text }
}
