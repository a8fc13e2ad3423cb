import Foundation

/// Whom an article is shared with, in the words of whoever asks: a name, or some fields.
///
/// ```json
/// {"name": "Marie", "company": "ACME", "product": {"model": "JK B2A8S20P", "firmware": "11.2"}}
/// ```
struct Customer: Sendable, Hashable, Codable, CallBody {
  var name: String?
  var company: String?
  var product: [String: String]?

  enum CodingKeys: String, CodingKey, CaseIterable { case name, company, product }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self.name = name
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    company = try container.decodeIfPresent(String.self, forKey: .company)
    product = try container.decodeIfPresent([String: String].self, forKey: .product)
  }

  /// Refuses what would not fit into a greeting.
  func check() throws {
    for (field, text) in [("customer.name", name), ("customer.company", company)] {
      guard (text ?? "").utf8.count <= 200 else {
        throw ProblemDetails.invalid(field, "has 200 bytes at most")
      }
    }
    guard (product ?? [:]).count <= 20 else {
      throw ProblemDetails.invalid("customer.product", "has 20 fields at most")
    }
    for (label, value) in product ?? [:] where label.utf8.count > 100 || value.utf8.count > 300 {
      throw ProblemDetails.invalid(
        "customer.product", "has names of 100 bytes and values of 300 bytes at most")
    }
  }

  /// The name on one line.
  var displayName: String { Self.oneLine(name ?? "") }
  /// The company on one line.
  var displayCompany: String { Self.oneLine(company ?? "") }
  /// The fields by name.
  var displayProduct: [(label: String, value: String)] {
    (product ?? [:]).sorted { $0.key < $1.key }
      .map { (Self.oneLine($0.key), Self.oneLine($0.value)) }
  }

  /// What the store keeps: JSON, or nothing.
  var stored: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
      .filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } }
  }
}
