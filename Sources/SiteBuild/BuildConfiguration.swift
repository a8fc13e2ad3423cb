/// What to build, from where, to where.
public struct BuildConfiguration: Sendable {
  /// The folder with `site.yaml` and the articles.
  public var content = "content"
  /// The folder with templates that replace the default theme's one by one; it need not exist.
  public var templates = "templates"
  /// The folder to write to.
  public var output = "site"
  /// A file that says how sought after articles are; nil for none.
  public var popularity: String?
  /// Takes the place of `baseURL` in `site.yaml`.
  public var baseURL: String?
  /// Whether drafts are published.
  public var includeDrafts = false
  /// Whether files that no build wrote are removed from the output folder.
  public var clean = false
  /// Whether `.gz` and `.br` files are written beside pages and assets.
  public var compress = false
  /// Whether a picture is drawn for each article, for where its address is shared.
  public var socialImages = false
  /// How many files are worked on at once.
  public var jobs: Int

  /// The defaults, with one job for each core.
  public init(jobs: Int) { self.jobs = max(1, jobs) }
}
