import Foundation

/// Old addresses and where they lead, from `redirects.json`.
struct Redirects: Sendable {
  private let targets: [String: String]

  /// No redirects.
  init() { targets = [:] }

  /// Reads the file: an object of old addresses to new ones, or an array of `{from, to}`.
  init(_ bytes: [UInt8]) throws {
    let data = Data(bytes)
    var pairs: [(String, String)]
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
      pairs = try JSONDecoder().decode([Pair].self, from: data).map { ($0.from, $0.to) }
    } else {
      pairs = try JSONDecoder().decode([String: String].self, from: data).sorted { $0.key < $1.key }
    }
    pairs = pairs.map { (Self.key($0), $1) }
    targets = Dictionary(pairs) { first, _ in first }
  }

  /// Where an old address leads; whether it ends in a slash does not matter.
  func target(of path: String) -> String? {
    targets.isEmpty ? nil : targets[Self.key(path)]
  }

  private static func key(_ path: String) -> String {
    guard let target = RequestTarget(path) else { return path }
    return target.path(asFolder: false)
  }

  private struct Pair: Decodable {
    var from: String
    var to: String
  }
}
