/// What the agents' desk is told, from `desk` in `site.yaml`.
public struct Desk: Hashable, Sendable {
  /// The origins of help-desk software that may show the desk and speak to it.
  public var origins: [WebOrigin]

  /// Makes a description of the desk from its parts.
  public init(origins: [WebOrigin] = []) {
    self.origins = origins
  }
}
