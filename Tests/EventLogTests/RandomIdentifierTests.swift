import EventLog
import Testing

@Suite("Random identifiers")
struct RandomIdentifierTests {
  @Test(
    "they have the length that was asked for, of letters and digits",
    arguments: [0, 1, 7, 8, 9, 43])
  func length(_ length: Int) {
    let text = RandomIdentifier.generate(length: length)
    #expect(text.utf8.count == length)
    #expect(
      text.unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
      })
  }

  @Test("every letter is as likely as the others")
  func evenness() {
    var counts: [Character: Int] = [:]
    for letter in RandomIdentifier.generate(length: 62_000) { counts[letter, default: 0] += 1 }
    #expect(counts.count == 62)
    // A thousand each, and a standard deviation of 31: seven of them do not happen by chance.
    #expect(counts.values.allSatisfy { (780...1_220).contains($0) })
  }
}
