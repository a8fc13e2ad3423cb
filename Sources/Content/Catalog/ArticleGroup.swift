import Diagnostics

/// The files of one article, one for each language.
struct ArticleGroup {
  /// What names the article.
  var id: ArticleID
  /// The files, in the order of the site's languages; never empty.
  var files: [ArticleFile]

  /// The file that the others are translations of.
  var source: ArticleFile { files[0] }

  /// Pairs files by identifier, given or from the path.
  ///
  /// Files of one relative path belong together even when only one of them gives an identifier.
  ///
  /// - Parameters:
  ///   - files: all files, sorted by path.
  ///   - languages: the site's languages.
  ///   - report: takes what is wrong.
  /// - Returns: the articles, in no order.
  static func pair(
    _ files: [ArticleFile], languages: [LanguageCode], report: (Diagnostic) -> Void
  ) -> [ArticleGroup] {
    var rank: [LanguageCode: Int] = [:]
    for (index, language) in languages.enumerated() { rank[language] = index }
    var byKey: [String: [Int]] = [:]
    for (index, file) in files.enumerated() { byKey[file.key, default: []].append(index) }

    var byID: [ArticleID: [Int]] = [:]
    for (key, members) in byKey {
      let ordered = members.sorted {
        (rank[files[$0].language] ?? 0, $0) < (rank[files[$1].language] ?? 0, $1)
      }
      let stated = ordered.first { files[$0].frontMatter.id != nil }
      let common = stated.map { files[$0].id } ?? ArticleID(rawValue: key)
      for member in ordered {
        let file = files[member]
        if let stated, let own = file.frontMatter.id, own.value != common {
          let first = files[stated]
          report(
            Diagnostic(
              .error, id: DiagnosticID.idConflict, path: file.displayPath, at: own.place.start,
              to: own.place.end,
              "'\(own.value)' is not the identifier of '\(first.displayPath)', which has the same "
                + "relative path",
              suggestion: FixIt(
                "replace it with '\(common)' or rename one of the files",
                replacement: common.rawValue)))
        }
        byID[common, default: []].append(member)
      }
    }
    return byID.map { id, members in
      group(id, members.sorted().map { files[$0] }, rank, report)
    }
  }

  private static func group(
    _ id: ArticleID, _ files: [ArticleFile], _ rank: [LanguageCode: Int],
    _ report: (Diagnostic) -> Void
  ) -> ArticleGroup {
    var kept: [ArticleFile] = []
    for file in files {
      if let first = kept.first(where: { $0.language == file.language }) {
        report(
          Diagnostic(
            .error, id: DiagnosticID.idDuplicate, path: file.displayPath, at: file.idPlace.start,
            to: file.idPlace.end,
            "'\(first.displayPath)' is already the article '\(id)' in '\(file.language)'",
            suggestion: FixIt("remove one of the files or give it another 'id'")))
        continue
      }
      kept.append(file)
    }
    kept.sort { (rank[$0.language] ?? 0) < (rank[$1.language] ?? 0) }
    return ArticleGroup(id: id, files: kept)
  }
}
