/// Measures the stages of a build.
struct StageClock {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  /// How long each finished stage took.
  private(set) var stages: [(stage: BuildStage, duration: Duration)] = []

  /// Starts measuring.
  init() { last = clock.now }

  /// Ends a stage; the next begins.
  mutating func finish(_ stage: BuildStage) {
    let now = clock.now
    stages.append((stage, now - last))
    last = now
  }
}
