import Content
import Testing

@testable import OpenID

@Suite struct SignInRequestTests {
  private let key = [UInt8](repeating: 7, count: 32)

  @Test func `what is sent along follows from the secret and the key, and differs`() {
    let request = SignInRequest(secret: "s", key: key)
    #expect(request == SignInRequest(secret: "s", key: key))
    #expect(request.state != SignInRequest(secret: "t", key: key).state)
    #expect(request.state != SignInRequest(secret: "s", key: [1]).state)
    #expect(Set([request.state, request.nonce, request.verifier]).count == 3)
    // RFC 7636: 43 to 128 of the letters, digits and four marks.
    #expect((43...128).contains(request.verifier.utf8.count))
  }

  @Test func `the address of the issuer tells what is asked for, and the digest of the verifier`()
    throws
  {
    let client = OpenIDClient(
      issuer: try #require(SecureAddress("https://id.example")), clientID: "a&b", secret: "hidden",
      redirectAddress: "https://help.example/desk/openid/callback")
    let request = SignInRequest(secret: "s", key: key)
    let endpoint = try #require(SecureAddress("https://id.example/authorize?tenant=x"))
    let address = request.address(endpoint, client: client)
    #expect(
      address.hasPrefix(
        "https://id.example/authorize?tenant=x&response_type=code&client_id=a%26b&redirect_uri="
          + "https%3A%2F%2Fhelp.example%2Fdesk%2Fopenid%2Fcallback&scope=openid%20email%20profile"))
    #expect(address.contains("&code_challenge=\(request.challenge)&code_challenge_method=S256"))
    #expect(request.challenge.utf8.count == 43)
    #expect(!address.contains(request.verifier))
    #expect(!address.contains("hidden"))
  }
}
