import Content
import Foundation
import Testing
import Transfer

@testable import OpenID

@Suite struct IssuerTests {
  private func metadata(
    _ changes: [String: Any] = [:], without name: String? = nil
  ) throws -> IssuerMetadata {
    var fields: [String: Any] = [
      "issuer": "https://id.example", "authorization_endpoint": "https://id.example/authorize",
      "token_endpoint": "https://id.example/token", "jwks_uri": "https://keys.example/",
    ]
    fields.merge(changes) { $1 }
    if let name { fields[name] = nil }
    return try IssuerMetadata(
      Array(JSONSerialization.data(withJSONObject: fields)),
      issuer: try #require(SecureAddress("https://id.example")))
  }

  @Test func `an issuer says where it is asked for what`() throws {
    let plain = try metadata()
    #expect(plain.tokenEndpoint.description == "https://id.example/token")
    #expect(plain.userInfoEndpoint == nil)
    #expect(!plain.takesSecretInForm)
    let post = "client_secret_post"
    let name = "token_endpoint_auth_methods_supported"
    #expect(try metadata([name: [post]]).takesSecretInForm)
    #expect(try !metadata([name: [post, "client_secret_basic"]]).takesSecretInForm)
    #expect(
      IssuerMetadata.address(of: try #require(SecureAddress("https://id.example/a/")))
        == "https://id.example/a/.well-known/openid-configuration")
  }

  @Test(arguments: [
    ["issuer": "https://id.example/"], ["issuer": "https://evil.example"],
    ["token_endpoint": "http://id.example/token"], ["jwks_uri": "file:///etc/passwd"],
    ["authorization_endpoint": "javascript:alert(1)"], ["userinfo_endpoint": "http://a.example"],
  ])
  func `another name, or an address that others hear, is refused`(changes: [String: String]) {
    #expect(throws: OpenIDFailure.self) { _ = try metadata(changes) }
  }

  @Test func `what is missing or cannot be read is refused`() throws {
    for name in ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"] {
      #expect(throws: OpenIDFailure.self) { _ = try metadata(without: name) }
    }
    #expect(throws: OpenIDFailure.self) {
      _ = try metadata(["code_challenge_methods_supported": ["plain"]])
    }
    let address = try #require(SecureAddress("https://id.example"))
    #expect(throws: OpenIDFailure.self) {
      _ = try IssuerMetadata(Array("<html>".utf8), issuer: address)
    }
    #expect(throws: OpenIDFailure.self) { _ = try IssuerKeys(Array("{}".utf8)) }
  }

  @Test(arguments: [
    #"{"kty": "oct", "k": "eHh4", "alg": "HS256"}"#, #"{"kty": "XY"}"#, #"{"kid": "a"}"#,
    #"{"kty": "EC", "crv": "P-384", "x": "AA", "y": "AA"}"#,
    #"{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "use": "enc"}"#,
    #"{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "alg": "ECDH-ES"}"#,
    #"{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "key_ops": ["deriveKey"]}"#,
    #"{"kty": "RSA", "n": "AQAB", "e": "AQAB"}"#, #"{"kty": "RSA", "e": "AQAB"}"#,
  ])
  func `keys that sign with anything else are left out`(key: String) throws {
    let keys = try IssuerKeys(Array(#"{"keys": [\#(key)]}"#.utf8))
    #expect(keys.candidates(.rs256, named: nil).isEmpty)
    #expect(keys.candidates(.es256, named: nil).isEmpty)
  }

  @Test func `the claim names who it is, and an address counts only if it was verified`() throws {
    func identity(_ claim: String, _ person: [String: String]) throws -> String {
      try Identity(issuer: "i", subject: "1", claim: claim, person: person).name
    }
    #expect(try identity("email", ["email": "a@b", "email_verified": "true"]) == "a@b")
    #expect(try identity("preferred_username", ["preferred_username": "zoé"]) == "zoé")
    for person in [
      ["email": "a@b"], ["email": "a@b", "email_verified": "false"], ["email_verified": "true"],
      ["email": "", "email_verified": "true"],
    ] {
      #expect(throws: OpenIDFailure.self) { _ = try identity("email", person) }
    }
  }

  @Test func `a code is given for a token with the verifier, the secret in one place`() throws {
    let request = SignInRequest(secret: "s", key: [1])
    let client = OpenIDClient(
      issuer: try #require(SecureAddress("https://id.example")), clientID: "a:b", secret: "p&w %",
      redirectAddress: "https://h.example/x")
    let basic = TokenRequest.transfer("c/d", request, client, try metadata())
    let body = try #require(basic.body)
    #expect(
      body == "grant_type=authorization_code&code=c%2Fd&redirect_uri=https%3A%2F%2Fh.example%2Fx"
        + "&code_verifier=\(request.verifier)")
    let header = try #require(basic.headers.first { $0.name == "Authorization" })
    let text = try #require(Data(base64Encoded: String(header.value.dropFirst(6))))
    #expect(String(decoding: text, as: UTF8.self) == "a%3Ab:p%26w%20%25")
    let methods = ["token_endpoint_auth_methods_supported": ["client_secret_post"]]
    let post = TokenRequest.transfer("c", request, client, try metadata(methods))
    #expect(post.body?.hasSuffix("&client_id=a%3Ab&client_secret=p%26w%20%25") == true)
    #expect(!post.headers.contains { $0.name == "Authorization" })
  }

  @Test func `an issuer that gives no token is quoted with its error's name alone`() {
    func reason(_ status: Int, _ body: String) -> String {
      do {
        _ = try TokenRequest.Answer(status: status, body: Array(body.utf8))
        return "accepted"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      reason(400, #"{"error": "invalid_grant", "error_description": "s3cret"}"#)
        == "the issuer gave no token: status 400, invalid_grant")
    #expect(reason(400, "{\"error\": \"a\\nb c\"}") == "the issuer gave no token: status 400, abc")
    #expect(reason(500, "s3cret") == "the issuer gave no token: status 500")
    #expect(reason(200, "{}") == "the issuer's answer holds no ID token")
    #expect(reason(200, #"{"id_token": "x"}"#) == "accepted")
  }
}
