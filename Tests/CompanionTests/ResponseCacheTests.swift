import NIOCore
import Testing

@testable import Companion

@Suite struct ResponseCacheTests {
  private func answer(_ bytes: Int = 10, hits: Int = 1) -> ResponseCache.Answer {
    ResponseCache.Answer(
      body: ByteBuffer(repeating: 0x41, count: bytes), hitCount: hits, microseconds: 5)
  }

  @Test func `an answer is kept with what is logged about it`() {
    let cache = ResponseCache()
    #expect(cache.answer(for: "a") == nil)
    cache.keep(answer(hits: 7), for: "a")
    #expect(cache.answer(for: "a")?.hitCount == 7)
    // The first of two searches that ran at the same time stays.
    cache.keep(answer(hits: 8), for: "a")
    #expect(cache.answer(for: "a")?.hitCount == 7)
  }

  @Test func `what is not asked for goes first`() {
    let cache = ResponseCache(mostAnswers: 3)
    for key in ["a", "b", "c"] { cache.keep(answer(), for: key) }
    _ = cache.answer(for: "a")
    _ = cache.answer(for: "c")
    cache.keep(answer(), for: "d")
    #expect(cache.answer(for: "b") == nil)
    for key in ["a", "c", "d"] { #expect(cache.answer(for: key) != nil) }
    #expect(cache.load.answers == 3)
  }

  @Test func `answers and bytes stay within bounds`() {
    let cache = ResponseCache(mostAnswers: 50, mostBytes: 20_000)
    for number in 0..<2_000 {
      cache.keep(answer(number % 900), for: "key \(number)")
      if number % 3 == 0 { _ = cache.answer(for: "key \(number / 2)") }
      #expect(cache.load.answers <= 50)
      #expect(cache.load.bytes <= 20_000)
    }
    #expect(cache.load.answers > 10)
  }

  @Test func `an answer that would fill the cache is not kept`() {
    let cache = ResponseCache(mostBytes: 16_000)
    cache.keep(answer(2_000), for: "large")
    #expect(cache.answer(for: "large") == nil)
    #expect(cache.load.answers == 0)
  }

  @Test func `many at once find only their own answers`() async {
    let cache = ResponseCache(mostAnswers: 16)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<2_000).allSatisfy { number in
            let hits = (number * 7 + task) % 40
            cache.keep(
              ResponseCache.Answer(body: ByteBuffer(), hitCount: hits, microseconds: 0),
              for: "\(hits)")
            return cache.answer(for: "\(hits)").map { $0.hitCount == hits } ?? true
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
