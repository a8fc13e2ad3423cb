import EventLog

/// A search that may not be finished: pages search at every letter.
struct TypedSearch: Sendable {
  /// What was typed.
  var query: String
  /// The language that was searched.
  var language: String
  /// The filters that were set, as `kind:key`.
  var filters: [String] = []
  /// How many articles were found.
  var hitCount: Int
  /// The articles that were shown, best first.
  var hitIDs: [String] = []
  /// How many results came before these.
  var offset = 0
  /// How long it took.
  var microseconds = 0
  /// Who searched.
  var audience = Audience.reader
  /// Whether it was sent as a whole, not letter by letter.
  var isSubmitted: Bool
}

/// A search that is finished, as the event log takes it.
struct FinishedSearch: Sendable {
  /// The search.
  var event: SearchEvent
  /// That somebody asked this; nil where that may not be shown to others, or nobody knows who asked.
  var query: QueryEvent?

  /// Both, for the store.
  var events: [Event] { [.search(event)] + (query.map { [.query($0)] } ?? []) }
}
