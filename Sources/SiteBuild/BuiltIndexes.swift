import BuiltSite
import Content

/// The search indexes of a site, as far as the rest of a build needs them.
struct BuiltIndexes: Sendable {
  /// What names each index's pieces, in the order of the languages.
  var manifests: [IndexManifest] = []
  /// The indexes' sizes, in the order of the languages.
  var reports: [BuildReport.Index] = []
  /// The numbers of related articles, by language and article number.
  var related: [LanguageCode: [[Int]]] = [:]
}
