/// How an article in one language stands to the same article in the default language.
public enum TranslationStatus: Hashable, Sendable {
  /// It is the original: in the default language, or there is none in it.
  case source
  /// It was made from the original as it is now, or nobody noted what it was made from.
  case present
  /// The original has changed since, on the day given where it is known.
  case stale(since: CalendarDate?)
  /// There is no version in the language.
  case missing
}
