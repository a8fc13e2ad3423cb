/// The numbers that a desk shows all day.
public struct DeskFigures: Sendable, Hashable {
  /// Articles that readers opened.
  public var views = 0
  /// Articles that agents shared.
  public var shares = 0
  /// Searches by readers that found nothing.
  public var emptySearches = 0
  /// Requests that wait for a writer.
  public var openRequests = 0

  /// Figures of nothing.
  public init() {}
}
