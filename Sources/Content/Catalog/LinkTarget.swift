/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// A page of the site, as a path from its base address, with `#anchor` where there is one.
  case article(String)
  /// A file of the content folder, by its path there.
  case asset(String)
  /// Another site.
  case external
  /// A place on the same page.
  case fragment
  /// Nothing that the catalog knows: mail, telephone, data, or a fault already reported.
  case unresolved
}
