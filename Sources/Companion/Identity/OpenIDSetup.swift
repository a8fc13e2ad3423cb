import Content
import FileSystem
import OpenID
import Synchronization

/// The issuer that the site names, with what this server is to it.
struct OpenIDSetup: Sendable {
  let issuer: Issuer
  let client: OpenIDClient
  /// What names agents.
  let claim: String
}

/// Finds the issuer that a site names; one that is known stays, with what it has said of itself.
final class OpenIDIssuers: Sendable {
  private struct Known {
    var address: SecureAddress
    var authority: String?
    var issuer: Issuer
  }

  private let known = Mutex<Known?>(nil)
  private let environment: [String: String]

  /// Issuers whose secrets are in variables of an environment, or in files.
  init(environment: [String: String]) { self.environment = environment }

  /// The issuer of a site; nil if it names none.
  ///
  /// The secret is read anew each time: it is changed without a restart.
  func setup(
    _ description: DeskDescription.OpenID?, redirectAddress: String
  ) throws(OpenIDFailure) -> OpenIDSetup? {
    guard let description else { return nil }
    guard let address = SecureAddress(description.issuer) else {
      throw .unreachable("'\(description.issuer)' is no address of an issuer")
    }
    let client = OpenIDClient(
      issuer: address, clientID: description.clientId, secret: try secret(description),
      redirectAddress: redirectAddress)
    let issuer = known.withLock { known in
      if let known, known.address == address, known.authority == description.authority {
        return known.issuer
      }
      let issuer = Issuer(address, authority: description.authority)
      known = Known(address: address, authority: description.authority, issuer: issuer)
      return issuer
    }
    return OpenIDSetup(issuer: issuer, client: client, claim: description.claim)
  }

  private func secret(_ description: DeskDescription.OpenID) throws(OpenIDFailure) -> String? {
    if let variable = description.secret {
      guard let secret = environment[variable], !secret.isEmpty else {
        throw .unreachable("the variable \(variable) holds no secret for the issuer")
      }
      return secret
    }
    guard let path = description.secretFile else { return nil }
    guard let bytes = try? FileSystem.read(path) else {
      throw .unreachable("the issuer's secret cannot be read from '\(path)'")
    }
    let secret = String(decoding: bytes, as: UTF8.self).trimmingLines()
    guard !secret.isEmpty else { throw .unreachable("'\(path)' holds no secret for the issuer") }
    return secret
  }
}

extension String {
  /// Without the ends of lines at its end, which editors put there.
  fileprivate func trimmingLines() -> String {
    var text = self[...]
    while text.last?.isNewline == true { text = text.dropLast() }
    return String(text)
  }
}
