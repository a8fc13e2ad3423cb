/// How a reader came to an article.
public enum ViewSource: String, Sendable, Hashable, CaseIterable {
  /// From a page of the help centre.
  case site
  /// From a result of its search.
  case search
  /// Through a link an agent shared.
  case share
  /// From the widget inside another site.
  case widget
  /// From a link on another site.
  case link
  /// An agent looked it up.
  case agent
}
