import Testing

@testable import Companion

@Suite("Words in a header")
struct WordFinderTests {
  private let finder = WordFinder(["bot", "slack-imgproxy", "quora link"])

  @Test(
    "a word is found anywhere, in either case",
    arguments: [
      "bot", "Googlebot/2.1", "ROBOT", "x Slack-ImgProxy", "bobot", "Quora Link Preview", "boBOt",
    ])
  func found(_ text: String) { #expect(finder.isMatch(text)) }

  @Test(
    "what only begins like a word is not one",
    arguments: [
      "", "b", "bo", "slack-imgprox", "quoralink", "böt", "Mozilla/5.0 (X11; Linux)", "é",
    ])
  func notFound(_ text: String) { #expect(!finder.isMatch(text)) }
}
