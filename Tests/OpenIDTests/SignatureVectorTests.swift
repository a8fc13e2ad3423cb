import Foundation
import JWTKit
import Testing

@testable import OpenID

/// The examples of RFC 7515, appendix A, with their keys: what the library verifies is what others sign.
@Suite struct SignatureVectorTests {
  private struct Example: JWTPayload {
    var iss: String
    var exp: Int

    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  private static let payload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

  private static let rsaKey = #"""
    {"kty": "RSA", "e": "AQAB", "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}
    """#
  private static let rsaToken =
    "eyJhbGciOiJSUzI1NiJ9.\(payload)."
    + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"

  private static let ellipticKey = #"""
    {"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
    """#
  private static let ellipticToken =
    "eyJhbGciOiJFUzI1NiJ9.\(payload)."
    + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

  @Test(arguments: [
    (rsaKey, rsaToken, IssuerKeys.Algorithm.rs256),
    (ellipticKey, ellipticToken, IssuerKeys.Algorithm.es256),
  ])
  func `the examples of RFC 7515 are verified, and nothing that differs from them`(
    key: String, token: String, algorithm: IssuerKeys.Algorithm
  ) async throws {
    #expect(
      try IDTokenCheck.header(token) == IDTokenCheck.Header(algorithm: algorithm, keyName: nil))
    let keys = try IssuerKeys(Array(#"{"keys": [\#(key)]}"#.utf8))
      .candidates(algorithm, named: nil)
    let collection = try await JWTKeyCollection().add(jwk: try #require(keys.first))
    #expect(try await collection.verify(token, as: Example.self).iss == "joe")
    let marks = token.indices.filter { token[$0] != "." }
    for index in [marks[30], marks[60], marks[marks.count - 20]] {
      var changed = token
      let letter = token[index] == "B" ? "C" : "B"
      changed.replaceSubrange(index...index, with: letter)
      await #expect(throws: (any Error).self) {
        _ = try await collection.verify(changed, as: Example.self)
      }
    }
  }
}
