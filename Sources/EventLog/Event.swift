/// Something that happened to the help centre's content, kept for its reports.
public enum Event: Sendable, Hashable {
  /// A reader opened an article.
  case view(ViewEvent)
  /// A reader searched.
  case search(SearchEvent)
  /// An agent shared an article with a customer.
  case share(Share)
  /// A customer followed a share link.
  case opening(OpeningEvent)
}
