import Content
import Foundation
import JWTKit
import Testing

@testable import OpenID

@Suite struct IDTokenTests {
  /// Any claims, as an issuer writes them.
  private struct Claims: JWTPayload {
    var iss: String? = "https://id.example"
    var sub: String? = "1"
    var aud: [String]? = ["balise"]
    var azp: String?
    var exp: Int? = 2_000_000_300
    var iat: Int? = 2_000_000_000
    var nonce: String?
    var email: String? = "zoe@example.com"
    var email_verified: Bool? = true

    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  private let request = SignInRequest(secret: "s", key: [1, 2, 3])
  private let client: OpenIDClient
  /// The issuer's key, and one that is not.
  private let key = ES256PrivateKey()
  private let stranger = ES256PrivateKey()

  init() throws {
    client = OpenIDClient(
      issuer: try #require(SecureAddress("https://id.example")), clientID: "balise", secret: nil,
      redirectAddress: "https://help.example/desk/openid/callback")
  }

  private func keys(_ key: ES256PrivateKey) throws -> [JWK] {
    let point = try #require(key.publicKey.parameters)
    let set =
      #"{"keys": [{"kty": "EC", "crv": "P-256", "x": "\#(Self.url(point.x))", "#
      + #""y": "\#(Self.url(point.y))", "kid": "a", "use": "sig"}]}"#
    return try IssuerKeys(Array(set.utf8)).candidates(.es256, named: "a")
  }

  private func check(
    now: Double = 2_000_000_010, _ change: (inout Claims) -> Void = { _ in }
  ) async throws -> IDTokenClaims {
    var claims = Claims(nonce: request.nonce)
    change(&claims)
    let signers = await JWTKeyCollection().add(ecdsa: key, kid: "a")
    let token = try await signers.sign(claims, kid: "a")
    #expect(try IDTokenCheck.header(token).keyName == "a")
    return try await IDTokenCheck(client: client, request: request, now: now)
      .claims(token, keys: try keys(key))
  }

  private func reason(
    now: Double = 2_000_000_010, _ change: (inout Claims) -> Void
  ) async -> String {
    do {
      _ = try await check(now: now, change)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test func `a token that is right says who it is`() async throws {
    let claims = try await check()
    #expect(claims.subject == "1")
    #expect(claims.person["email"] == "zoe@example.com")
    #expect(claims.person["email_verified"] == "true")
    #expect(try await check { $0.azp = "balise" }.subject == "1")
    #expect(
      try await check {
        $0.aud = ["balise", "other"]
        $0.azp = "balise"
      }.subject == "1")
  }

  @Test func `whatever else a token says is refused, by its name`() async {
    #expect(await reason { $0.iss = "https://id.example/" } == "the token is of another issuer")
    #expect(await reason { $0.aud = ["other"] } == "the token is for another client")
    #expect(await reason { $0.aud = [] } == "the token is for another client")
    #expect(
      await reason { $0.aud = ["balise", "other"] } == "the token was given to another client")
    #expect(await reason { $0.azp = "other" } == "the token was given to another client")
    #expect(await reason { $0.nonce = nil } == "the token was made for another attempt")
    #expect(await reason { $0.nonce = "" } == "the token was made for another attempt")
    #expect(
      await reason { $0.nonce = SignInRequest(secret: "t", key: [1, 2, 3]).nonce }
        == "the token was made for another attempt")
    #expect(await reason { $0.sub = "" } == "the token names nobody")
    #expect(
      await reason { $0.sub = String(repeating: "x", count: 256) } == "the token names nobody")
    for change: @Sendable (inout Claims) -> Void in [
      { $0.exp = nil }, { $0.iat = nil }, { $0.sub = nil }, { $0.iss = nil }, { $0.aud = nil },
    ] {
      #expect(await reason(change) == "no key of the issuer signed the token")
    }
  }

  @Test(arguments: [
    (2_000_000_359.0, "accepted"), (2_000_000_360.0, "the token has expired"),
    (1_999_999_941.0, "accepted"),
    (1_999_999_940.0, "the token is of the future: one of the clocks is wrong"),
  ])
  func `clocks may differ by a minute`(now: Double, outcome: String) async {
    #expect(await reason(now: now) { _ in } == outcome)
  }

  @Test func `a token that another key signed is refused`() async throws {
    let signers = await JWTKeyCollection().add(ecdsa: key, kid: "a")
    let token = try await signers.sign(Claims(nonce: request.nonce), kid: "a")
    let check = IDTokenCheck(client: client, request: request, now: 2_000_000_010)
    await #expect(throws: OpenIDFailure.refused("no key of the issuer signed the token")) {
      _ = try await check.claims(token, keys: try keys(stranger))
    }
    await #expect(throws: OpenIDFailure.self) { _ = try await check.claims(token, keys: []) }
    _ = try await check.claims(token, keys: try keys(stranger) + keys(key))
    // One letter of what it says is another.
    let parts = token.split(separator: ".")
    let changed = parts[1].dropLast() + (parts[1].last == "A" ? "Q" : "A")
    await #expect(throws: OpenIDFailure.self) {
      _ = try await check.claims("\(parts[0]).\(changed).\(parts[2])", keys: try keys(key))
    }
  }

  @Test(arguments: [
    #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"HS256"}"#, #"{"alg":"RS384"}"#,
    #"{"alg":"PS256"}"#, #"{"kid":"a"}"#, #"{"alg":256}"#, "[]", "",
    #"{"alg":"ES256","crit":["x"]}"#,
  ])
  func `a header that asks for anything else is refused`(header: String) {
    #expect(throws: OpenIDFailure.self) {
      try IDTokenCheck.header(Self.url(Array(header.utf8)) + ".e30.AA")
    }
  }

  @Test func `a header names its key, and a token of any length is not read`() throws {
    let header = Self.url(Array(#"{"alg":"RS256","kid":"é"}"#.utf8))
    #expect(
      try IDTokenCheck.header(header + ".e30.AA")
        == IDTokenCheck.Header(algorithm: .rs256, keyName: "é"))
    #expect(throws: OpenIDFailure.self) {
      try IDTokenCheck.header(header + "." + String(repeating: "A", count: 40_000))
    }
    for text in ["", ".", "..", "a.b.c", "é.é.é"] {
      #expect(throws: OpenIDFailure.self) { try IDTokenCheck.header(text) }
    }
  }

  private static func url(_ bytes: [UInt8]) -> String { url(Data(bytes).base64EncodedString()) }
  private static func url(_ base64: String) -> String {
    base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
