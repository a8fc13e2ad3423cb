/// Makes heading anchors as GitHub does, with accents folded: `Réglage à 0 °C` gives `reglage-a-0-c`.
///
/// Letters and digits of any script, hyphens and underscores stay; a space becomes a hyphen; the
/// rest is dropped. A repeated heading gets `-1`, `-2`…, skipping what another heading uses.
struct AnchorMaker {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The anchor of the next heading.
  mutating func anchor(for text: String) -> String {
    let slug = Self.slug(text)
    if used.insert(slug).inserted { return slug }
    var count = counts[slug] ?? 0
    while true {
      count += 1
      let candidate = "\(slug)-\(count)"
      guard used.insert(candidate).inserted else { continue }
      counts[slug] = count
      return candidate
    }
  }

  /// A heading's anchor before it is made unique; never empty.
  static func slug(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: result.append(scalar)
      case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case 0x09, 0x0A, 0x20, 0xA0, 0x202F: result.append("-")
      case 0...0x7F, 0x0300...0x036F: break
      default:
        if let folded = LatinFolding.fold(scalar) {
          result.append(contentsOf: folded.unicodeScalars)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    while result.first == "-" { result.removeFirst() }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? "section" : String(result)
  }
}
