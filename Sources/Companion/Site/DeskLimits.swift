import Content
import EventLog

/// The limits that the operator sets in `site.yaml`, or their defaults for a site that sets none.
struct DeskLimits: Sendable, Hashable {
  /// How often somebody may try to sign in.
  struct Attempts: Sendable, Hashable {
    /// Attempts for one name.
    var name: Int
    /// Attempts from one network.
    var network: Int
    /// How long an attempt counts.
    var window: Duration
  }

  /// How long agents stay signed in.
  var sessions: SessionLimits
  /// How often somebody may try to sign in.
  var attempts: Attempts
  /// How many requests to the API are answered in a minute.
  var rates: DeskDescription.RateLimits

  /// The limits of a site.
  init(_ desk: DeskDescription?) {
    let standard = Desk()
    sessions = SessionLimits(
      idle: .seconds(desk?.sessions?.idle ?? standard.sessions.idle.seconds),
      absolute: .seconds(desk?.sessions?.absolute ?? standard.sessions.absolute.seconds))
    attempts = Attempts(
      name: desk?.attempts?.name ?? standard.attempts.name,
      network: desk?.attempts?.network ?? standard.attempts.network,
      window: .seconds(desk?.attempts?.window ?? standard.attempts.window.seconds))
    rates = DeskDescription.RateLimits(
      read: max(1, desk?.rateLimits?.read ?? standard.rateLimits.read),
      write: max(1, desk?.rateLimits?.write ?? standard.rateLimits.write),
      agent: max(1, desk?.rateLimits?.agent ?? standard.rateLimits.agent))
  }
}
