/// How a document is rendered.
public struct HTMLOptions: Sendable {
  /// The words that rendering adds.
  public var labels: MarkupLabels
  /// Whether headings get an `id`, and in site mode a link to themselves; default true.
  public var headingAnchors: Bool
  /// Whether `> [!NOTE]` becomes a callout; default true.
  public var callouts: Bool
  /// Whether the markup is dressed for a site; default true.
  ///
  /// Tables scroll in a container, images load lazily, links that leave the site say so, code
  /// blocks name their language, and numbered lists at the top level are `steps`.
  public var site: Bool
  /// Whether raw HTML passes through the allow-list, and links that run scripts are emptied;
  /// default true.
  ///
  /// Without it raw HTML is written as it stands: only for text whose author is trusted.
  public var filter: Bool
  /// Precedes the `id` of every footnote, so that several documents can share a page.
  public var footnotePrefix: String
  /// Identifiers of the page around the document; raw HTML may not use them.
  public var reservedIDs: Set<String>
  /// Where a link leads; nil leaves it as written.
  ///
  /// Asked for Markdown links and images, and for each address in raw HTML (kind `html`), whose
  /// range is then empty.
  public var resolve: (@Sendable (Link) -> ResolvedLink?)?

  /// Makes options for a site in a language.
  public init(
    language: String = "en", headingAnchors: Bool = true, callouts: Bool = true,
    site: Bool = true, filter: Bool = true, footnotePrefix: String = "",
    reservedIDs: Set<String> = [], resolve: (@Sendable (Link) -> ResolvedLink?)? = nil
  ) {
    labels = .language(language)
    self.headingAnchors = headingAnchors
    self.callouts = callouts
    self.site = site
    self.filter = filter
    self.footnotePrefix = footnotePrefix
    self.reservedIDs = reservedIDs
    self.resolve = resolve
  }

  /// What `cmark-gfm --unsafe` writes: no anchors, callouts or dressing, and nothing filtered.
  public static var commonMark: HTMLOptions {
    HTMLOptions(headingAnchors: false, callouts: false, site: false, filter: false)
  }

  /// GitHub's Markdown with unsafe HTML removed, and nothing added.
  public static var plain: HTMLOptions {
    HTMLOptions(headingAnchors: false, callouts: false, site: false, filter: true)
  }
}
