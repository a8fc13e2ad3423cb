public import Content
public import Diagnostics
import Rendering

/// Content that has been read and checked.
public struct CheckedContent: Sendable {
  /// Everything that is wrong, sorted.
  public var diagnostics: [Diagnostic]
  /// The site; nil when its description is at fault.
  public var site: SiteConfiguration?
  /// The articles with their languages; nil without a site.
  public var catalog: Catalog?

  /// The questions that the site's search has to answer.
  public var searchTests: [SearchTestFile] = []

  var tree: SourceTree
  var library: TemplateLibrary

  /// How many articles there are, whatever their languages.
  public var articleCount: Int { catalog?.articles.count ?? 0 }
  /// How many languages the site has.
  public var languageCount: Int { site?.languages.count ?? 0 }
}
