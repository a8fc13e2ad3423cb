/// How the bytes of an answer are compressed.
enum ContentCoding: String, Sendable, Hashable, CaseIterable {
  case brotli = "br"
  case gzip

  /// The coding a client likes best, the smaller one if it does not mind; nil for none.
  static func preferred(by header: String?) -> ContentCoding? {
    guard let header else { return nil }
    let list = QualityList(header)
    let identity = list.entries.first { $0.name == "identity" }?.quality ?? 0
    var best: (coding: ContentCoding, quality: Int)?
    for coding in allCases {
      let quality = list.quality(of: coding.rawValue) ?? 0
      if quality > 0, quality >= identity, quality > best?.quality ?? 0 {
        best = (coding, quality)
      }
    }
    return best?.coding
  }

  /// The ending of a file compressed beforehand.
  var fileEnding: String {
    switch self {
    case .brotli: ".br"
    case .gzip: ".gz"
    }
  }
}
