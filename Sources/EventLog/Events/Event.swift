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
  /// A program did what readers do.
  case program(ProgramEvent)
  /// A reader said what they think of an article.
  case vote(VoteEvent)
  /// Someone asked for an answer, an article or a correction.
  case request(HelpRequest)
  /// An agent said that an article solved a case.
  case solved(SolvedEvent)
  /// A customer did something after following a share link.
  case outcome(ShareOutcomeEvent)
  /// What a request brings about that may be sent twice, by the key that the store knows it by: it is
  /// stored once, however often the request is answered.
  indirect case once(key: [UInt8], Event)
}
