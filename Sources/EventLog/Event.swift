/// Something that happened to the help centre's content, kept for its reports.
public enum Event: Sendable, Hashable {
  /// A reader opened an article.
  case view(ViewEvent)
  /// A reader searched.
  case search(SearchEvent)
  /// A reader typed a query to its end, and it found something.
  case query(QueryEvent)
  /// An agent shared an article with a customer.
  case share(Share)
  /// A customer followed a share link.
  case opening(OpeningEvent)
}
