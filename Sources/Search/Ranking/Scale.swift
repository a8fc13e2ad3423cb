/// Whole numbers in a few bits, and the logarithm, the same on every machine.
enum Scale {
  /// The code of a field's length: exact below 32, then five significant bits.
  static func lengthCode(_ length: Int) -> UInt8 {
    guard length >= 32 else { return UInt8(max(0, length)) }
    let exponent = Int.bitWidth - length.leadingZeroBitCount - 5
    let code = exponent * 16 + length >> exponent
    return UInt8(min(code, 255))
  }

  /// A length that the code stands for.
  static func length(code: UInt8) -> Double {
    guard code >= 32 else { return Double(code) }
    let exponent = Int(code) / 16 - 1
    let step = 1 << exponent
    return Double((Int(code) - exponent * 16) * step) + Double(step - 1) / 2
  }

  /// The code of a document frequency: exact below 256, then eight significant bits.
  @inline(__always)
  static func frequencyCode(_ frequency: Int) -> Int {
    guard frequency >= 256 else { return frequency }
    let exponent = Int.bitWidth - frequency.leadingZeroBitCount - 8
    return exponent * 128 + frequency >> exponent
  }

  /// The least document frequency with the code.
  static func frequency(code: Int) -> Int {
    guard code >= 256 else { return code }
    let exponent = code / 128 - 1
    return (code - exponent * 128) << exponent
  }

  /// The inverse document frequency of BM25.
  static func idf(frequency: Int, documents: Int) -> Float {
    let present = Double(frequency) + 0.5
    return Float(logarithm(1 + (Double(max(0, documents - frequency)) + 0.5) / present))
  }

  /// The natural logarithm of a number from 1, by a series, so that no C library decides its
  /// last bit.
  static func logarithm(_ value: Double) -> Double {
    let mantissa = value.significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var power = ratio
    var sum = 0.0
    for divisor in stride(from: 1.0, through: 39, by: 2) {
      sum += power / divisor
      power *= square
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }
}
