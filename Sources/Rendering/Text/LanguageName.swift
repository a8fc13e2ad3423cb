/// What a language calls itself.
enum LanguageName {
  /// `Français` for `fr`, `Français (CA)` for `fr-CA`; the code itself when it is not known.
  static func own(of code: String) -> String {
    let parts = code.split(separator: "-", maxSplits: 1)
    guard let primary = parts.first, let name = names[primary.lowercased()] else { return code }
    return parts.count > 1 ? "\(name) (\(parts[1].uppercased()))" : name
  }

  private static let names = [
    "ar": "العربية", "bg": "Български", "ca": "Català", "cs": "Čeština", "da": "Dansk",
    "de": "Deutsch", "el": "Ελληνικά", "en": "English", "es": "Español", "et": "Eesti",
    "eu": "Euskara", "fi": "Suomi", "fr": "Français", "ga": "Gaeilge", "he": "עברית",
    "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "id": "Bahasa Indonesia", "it": "Italiano",
    "ja": "日本語", "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu", "nb": "Norsk bokmål",
    "nl": "Nederlands", "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский",
    "sk": "Slovenčina", "sl": "Slovenščina", "sv": "Svenska", "th": "ไทย", "tr": "Türkçe",
    "uk": "Українська", "vi": "Tiếng Việt", "zh": "中文",
  ]
}
