import Testing

@testable import Companion

@Suite struct RateLimiterTests {
  private let policy = RateLimiter.Policy(name: "test", quota: 3, seconds: 60)
  private let start = ContinuousClock.now

  private func take(
    _ limiter: RateLimiter, _ client: UInt8 = 1, after seconds: Int = 0
  ) -> RateLimiter.Verdict {
    limiter.take(policy, client: [client], at: start.advanced(by: .seconds(seconds)))
  }

  @Test func `a client's allowance is used up, alone, and comes back bit by bit`() {
    let limiter = RateLimiter()
    #expect((0..<3).map { _ in take(limiter).remaining } == [2, 1, 0])
    let refused = take(limiter)
    #expect(!refused.isAllowed)
    #expect(refused.reset == 20)
    #expect(take(limiter, 2).isAllowed)
    #expect(!take(limiter, after: 19).isAllowed)
    #expect(take(limiter, after: 20).isAllowed)
    #expect(!take(limiter, after: 21).isAllowed)
    // A long rest gives back what there was, and no more.
    #expect((0..<4).map { _ in take(limiter, after: 1000).isAllowed } == [true, true, true, false])
  }
}
