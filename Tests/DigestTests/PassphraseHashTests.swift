import Testing

@testable import Digest

@Suite struct PassphraseHashTests {
  private let cheap = PassphraseHash.Cost(logN: 4, r: 8, p: 1)

  @Test func `scrypt agrees with RFC 7914`() {
    // §12: P="password", S="NaCl", N=1024, r=8, p=16; the first 32 of the 64 bytes.
    let stored =
      "scrypt$10$8$16$4e61436c$fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
    #expect(PassphraseHash(stored: stored)?.matches("password") == true)
    #expect(PassphraseHash(stored: stored)?.matches("Password") == false)
  }

  @Test func `a hash is read back, and knows its pass-phrase alone`() throws {
    let hash = PassphraseHash("déjà vu, encore", cost: cheap)
    let read = try #require(PassphraseHash(stored: hash.stored))
    #expect(read == hash)
    #expect(read.matches("déjà vu, encore"))
    #expect(!read.matches("deja vu, encore"))
    #expect(!read.matches(""))
    #expect(!hash.stored.contains("vu"))
  }

  @Test func `the same pass-phrase is never stored the same way`() {
    #expect(PassphraseHash("a", cost: cheap).stored != PassphraseHash("a", cost: cheap).stored)
  }

  @Test func `the standard cost is what is stored`() {
    #expect(PassphraseHash("x").stored.hasPrefix("scrypt$15$8$3$"))
  }

  @Test(
    arguments: [
      "", "scrypt", "scrypt$10$8$16$00$00", "md5$1$1$1$00$00", "scrypt$99$8$1$00$\(digits)",
      "scrypt$10$8$16$0g$\(digits)",
    ])
  func `anything else is no hash`(text: String) {
    #expect(PassphraseHash(stored: text) == nil)
  }

  private static let digits = String(repeating: "00", count: 32)
}
