import Diagnostics

/// What an article's path says: its language, and what it shares with its translations.
///
/// Both `fr/account/reset.md` and `account/reset.fr.md` are `account/reset` in French.
struct ArticlePath: Hashable, Sendable {
  /// The language.
  var language: LanguageCode
  /// The path without language and ending.
  var key: String

  /// The last part of ``key``, or the folder's name for `index`.
  var name: String {
    let parts = key.split(separator: "/")
    guard let last = parts.last else { return key }
    return String(last == "index" && parts.count > 1 ? parts[parts.count - 2] : last)
  }

  /// Why a path is no article's.
  struct Fault: Error {
    var id: String
    var message: String
    var suggestion: FixIt?
  }

  /// Reads a path that is relative to the content folder.
  init(_ path: String, languages: [LanguageCode]) throws(Fault) {
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw Fault(
        id: DiagnosticID.pathInvalid, message: "a control character in the file's name",
        suggestion: FixIt("rename the file"))
    }
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    let (folder, inFolder) = Self.cutFirst(stem)
    let (inName, ending) = Self.cutEnding(stem)
    let folderLanguage = folder.map(LanguageCode.init(rawValue:)).flatMap {
      languages.contains($0) ? $0 : nil
    }
    let endingLanguage = ending.map(LanguageCode.init(rawValue:)).flatMap {
      languages.contains($0) ? $0 : nil
    }
    switch (folderLanguage, endingLanguage) {
    case (let language?, nil): (self.language, key) = (language, inFolder)
    case (nil, let language?): (self.language, key) = (language, inName)
    case (let first?, let second?):
      guard first == second else {
        throw Fault(
          id: DiagnosticID.languageConflict,
          message: "the folder says '\(first)', the file's name says '\(second)'",
          suggestion: FixIt("rename it to '\(Self.cutFirst(inName).rest).md'"))
      }
      (self.language, key) = (first, Self.cutFirst(inName).rest)
    case (nil, nil): throw Self.fault(stem, folder: folder, ending: ending, languages)
    }
  }

  private static func fault(
    _ stem: String, folder: String?, ending: String?, _ languages: [LanguageCode]
  ) -> Fault {
    let name = stem.split(separator: "/").last.map(String.init) ?? stem
    let codes = languages.map(\.rawValue)
    for word in [ending, folder].compactMap(\.self) where looksLikeLanguage(word) {
      return Fault(
        id: DiagnosticID.languageUnknown,
        message: "'\(word)' is no language of the site, which has \(codes.joined(separator: ", "))",
        suggestion: Suggestion.nearest(to: word, among: codes).map {
          FixIt("replace '\(word)' with '\($0)'")
        } ?? FixIt("add '\(word)' to 'languages' in site.yaml"))
    }
    return Fault(
      id: DiagnosticID.languageMissing, message: "the path does not say the article's language",
      suggestion: FixIt("move it to '\(codes[0])/' or rename it to '\(name).\(codes[0]).md'"))
  }

  private static func looksLikeLanguage(_ word: String) -> Bool {
    let code = LanguageCode(rawValue: word)
    return code.isValid && code.base.rawValue.utf8.count == 2
  }

  private static func cutFirst(_ text: String) -> (first: String?, rest: String) {
    guard let slash = text.firstIndex(of: "/") else { return (nil, text) }
    return (String(text[..<slash]), String(text[text.index(after: slash)...]))
  }

  private static func cutEnding(_ text: String) -> (rest: String, ending: String?) {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex,
      text[text.index(before: dot)] != "/", !text[dot...].contains("/")
    else { return (text, nil) }
    return (String(text[..<dot]), String(text[text.index(after: dot)...]))
  }
}
