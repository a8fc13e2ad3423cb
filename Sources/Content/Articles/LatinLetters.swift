/// Latin letters in lower case and without their accents, for slugs and for sorting.
enum LatinLetters {
  /// What each letter of Latin-1 Supplement and Latin Extended-A is without its accent.
  private static let plain: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("ae", "æÆ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐ"),
      ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"),
      ("ij", "ĳĲ"), ("j", "ĵĴ"), ("k", "ķĸĶ"), ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňŉŋÑŃŅŇŊ"),
      ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("oe", "œŒ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšſșŚŜŞŠȘ"),
      ("ss", "ßẞ"), ("t", "ţťŧțŢŤŦȚ"), ("th", "þÞ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"),
      ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"),
    ]
    var result: [Unicode.Scalar: String] = [:]
    for (letters, accented) in groups {
      for scalar in accented.unicodeScalars { result[scalar] = letters }
    }
    return result
  }()

  /// The plain letters for an accented one; nil for any other scalar.
  static func fold(_ scalar: Unicode.Scalar) -> String? {
    scalar.value < 0xC0 ? nil : plain[scalar]
  }

  /// A text as it sorts: lower case, without accents.
  static func sortKey(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: result.append(UInt8(scalar.value) | 0x20)
      case 0...0x7F: result.append(UInt8(scalar.value))
      case 0x0300...0x036F: break
      default:
        let folded = fold(scalar) ?? scalar.properties.lowercaseMapping
        result.append(contentsOf: folded.utf8)
      }
    }
    return result
  }
}
