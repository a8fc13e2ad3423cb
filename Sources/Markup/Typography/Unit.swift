extension Typography {
  /// The units and signs that stay on the line of their number.
  enum Unit {
    private static let all: Set<String> = [
      "%", "‰", "€", "$", "°", "°C", "°F", "V", "mV", "kV", "A", "mA", "kA", "Ah", "mAh", "W", "kW",
      "MW", "Wh", "kWh", "MWh", "VA", "kVA", "Hz", "kHz", "MHz", "GHz", "Ω", "mΩ", "kΩ", "MΩ", "s",
      "ms", "µs", "min", "h", "m", "mm", "cm", "km", "kg", "g", "mg", "L", "l", "mL", "bar", "Pa",
      "kPa", "hPa", "dB", "dBm", "Ko", "Mo", "Go", "To", "kB", "MB", "GB", "TB", "KiB", "MiB",
      "GiB",
      "N", "Nm", "rpm", "bit/s", "kbit/s", "Mbit/s", "baud",
    ]

    /// Whether what follows a number and a blank begins with a unit.
    static func begins(_ text: ArraySlice<UInt8>, next: UInt8) -> Bool {
      var end = text.startIndex
      while end < text.endIndex, end - text.startIndex <= 6, belongs(text[end]) { end += 1 }
      guard end > text.startIndex, end < text.endIndex || !belongs(next) else { return false }
      return all.contains(String(decoding: text[..<end], as: UTF8.self))
    }

    private static func belongs(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x25 || byte == 0x24
        || (byte >= 0x80 && byte != 0xA0)
    }
  }
}
