/// What a reader says about an article.
///
/// A visitor has one vote for each article and day: a later one replaces it. One that says neither
/// `helpful` nor `rating`, or the same as before, completes the earlier one instead, so that a reason
/// and a comment can follow.
public struct VoteEvent: Sendable, Hashable {
  /// The article's permanent id.
  public var articleID: String
  /// The language that was read.
  public var language: String
  /// Whether it helped; nil if nothing was said.
  public var isHelpful: Bool?
  /// Stars from 1 to 5; nil if none were given.
  public var rating: Int?
  /// Why, as one of the words that the interface offers.
  public var reason: String?
  /// What the reader wrote, screened for personal data.
  public var comment: ScreenedText?
  /// A salted hash that tells visitors of one article and one day apart, and no more.
  public var visitor: [UInt8]
  /// Who votes: only readers' votes make a rating.
  public var audience: Audience
  /// When it happened.
  public var time: Timestamp

  /// A vote, now unless told otherwise.
  public init(
    articleID: String, language: String, isHelpful: Bool? = nil, rating: Int? = nil,
    reason: String? = nil, comment: ScreenedText? = nil, visitor: [UInt8],
    audience: Audience = .reader, time: Timestamp = .now
  ) {
    self.articleID = articleID
    self.language = language
    self.isHelpful = isHelpful
    self.rating = rating
    self.reason = reason
    self.comment = comment
    self.visitor = visitor
    self.audience = audience
    self.time = time
  }
}
