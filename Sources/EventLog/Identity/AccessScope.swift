/// One thing that somebody, or a program with a token, may do.
public enum AccessScope: String, Sendable, Hashable, CaseIterable {
  /// Find and read what is for agents only, and say what solved a problem.
  case articles
  /// Share articles and see what became of the shares.
  case shares
  /// Read the figures.
  case reports
  /// See and settle what writers are told: comments, mistakes, requests.
  case content
  /// See and resend what could not be delivered.
  case admin
}
