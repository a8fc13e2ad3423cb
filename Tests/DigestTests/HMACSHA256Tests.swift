import Testing

@testable import Digest

@Suite struct HMACSHA256Tests {
  @Test func `codes agree with RFC 4231`() {
    #expect(
      HMACSHA256.hex("what do ya want for nothing?", key: Array("Jefe".utf8))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = [UInt8](repeating: 0xAA, count: 131)
    #expect(
      HMACSHA256.hex("Test Using Larger Than Block-Size Key - Hash Key First", key: long)
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test func `secrets are compared whole`() {
    #expect(ConstantTime.areEqual("abc", "abc"))
    #expect(!ConstantTime.areEqual("abc", "abd"))
    #expect(!ConstantTime.areEqual("abc", "ab"))
    #expect(ConstantTime.areEqual("", ""))
  }

  @Test func `digits are read back`() {
    #expect(Hexadecimal.bytes("00ffA5") == [0, 255, 165])
    #expect(Hexadecimal.bytes("0") == nil)
    #expect(Hexadecimal.bytes("0g") == nil)
  }
}
