import Digest
import Testing

@Suite struct `Digest` {
  @Test(
    arguments: zip(
      ["", "abc"],
      [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ]))
  func `SHA-256 gives the standard's own examples`(text: String, digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func `names and keys are beginnings of the digest`() {
    #expect(ContentHash.name(for: Array("abc".utf8)) == "ba7816bf8f")
    #expect(ContentHash.key(for: Array("abc".utf8)).count == 32)
  }
}
