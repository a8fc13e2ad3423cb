import Content
import Digest
import Foundation
import Transfer

/// Gives a code for a token (RFC 6749, 4.1.3).
enum TokenRequest {
  /// What the issuer answers.
  struct Answer: Decodable, Sendable {
    var id_token: String
    var access_token: String?

    /// Reads an answer.
    init(status: Int, body: [UInt8]) throws(OpenIDFailure) {
      guard status == 200 else {
        let error = try? JSONDecoder().decode(Refusal.self, from: Data(body)).error
        let name = (error ?? "").filter { $0.isASCII && ($0.isLetter || $0 == "_") }.prefix(60)
        let reason =
          "the issuer gave no token: status \(status)" + (name.isEmpty ? "" : ", \(name)")
        // `invalid_client` and a server that fails are the operator's to mend; a code is not.
        throw name == "invalid_grant" ? .refused(reason) : .unreachable(reason)
      }
      guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else {
        throw .unreachable("the issuer's answer holds no ID token")
      }
      self = answer
    }
  }

  private struct Refusal: Decodable { var error: String? }

  /// The request; the secret is a header unless the issuer does not take it so.
  static func transfer(
    _ code: String, _ request: SignInRequest, _ client: OpenIDClient, _ metadata: IssuerMetadata
  ) -> WebTransfer {
    var fields: [(name: String, value: String)] = [
      ("grant_type", "authorization_code"), ("code", code),
      ("redirect_uri", client.redirectAddress), ("code_verifier", request.verifier),
    ]
    var headers = [
      WebTransfer.Header(name: "Content-Type", value: "application/x-www-form-urlencoded"),
      WebTransfer.Header(name: "Accept", value: "application/json"),
    ]
    if let secret = client.secret, !metadata.takesSecretInForm {
      let proof = PercentCoding.encoded(client.clientID) + ":" + PercentCoding.encoded(secret)
      let text = Data(proof.utf8).base64EncodedString()
      headers.append(WebTransfer.Header(name: "Authorization", value: "Basic " + text))
    } else {
      fields.append(("client_id", client.clientID))
      if let secret = client.secret { fields.append(("client_secret", secret)) }
    }
    return WebTransfer(
      url: metadata.tokenEndpoint.description, headers: headers, body: FormText.encoded(fields))
  }
}
