public import Content
import Foundation
import JWTKit
import Transfer

/// An issuer at which people sign in: what it says of itself, its keys, and what it says of people.
public actor Issuer {
  private let address: SecureAddress
  private let authority: String?
  private var metadata: (value: IssuerMetadata, until: ContinuousClock.Instant)?
  private var keys: (value: IssuerKeys, asked: ContinuousClock.Instant)?
  private var failure: (value: OpenIDFailure, until: ContinuousClock.Instant)?

  /// How long what an issuer says of itself, and its keys, are believed.
  private static let memory = Duration.seconds(3600)
  /// How long an issuer that does not answer is not asked again, so that nobody waits in vain, nor one
  /// for its keys that has just told them.
  private static let rest = Duration.seconds(5)

  /// An issuer of an address.
  ///
  /// - Parameters:
  ///   - address: its address, which is its name.
  ///   - authority: a file of certificates to trust instead of the system's.
  public init(_ address: SecureAddress, authority: String?) {
    self.address = address
    self.authority = authority
  }

  /// Where a browser goes to sign in.
  public func signInAddress(
    _ request: SignInRequest, client: OpenIDClient
  ) async throws(OpenIDFailure) -> String {
    request.address(try await configuration().authorizationEndpoint, client: client)
  }

  /// Whom the issuer has signed in, for the code that it sent the browser back with.
  ///
  /// - Parameters:
  ///   - code: what the browser brought.
  ///   - request: the attempt that it belongs to.
  ///   - client: what this server is to the issuer.
  ///   - claim: what names the person: `email`, `preferred_username` or another.
  /// - Returns: who it is.
  /// - Throws: why nobody can be signed in by it.
  public func identity(
    code: String, request: SignInRequest, client: OpenIDClient, claim: String
  ) async throws(OpenIDFailure) -> Identity {
    let metadata = try await configuration()
    let answer = try await ask(TokenRequest.transfer(code, request, client, metadata))
    let tokens = try TokenRequest.Answer(status: answer.status, body: answer.body)
    let check = IDTokenCheck(client: client, request: request)
    let claims = try await check.claims(
      tokens.id_token, keys: try await candidates(tokens.id_token, check, metadata))
    var person = claims.person
    if person[claim] == nil, let endpoint = metadata.userInfoEndpoint,
      let accessToken = tokens.access_token
    {
      person = try await self.person(endpoint, accessToken, subject: claims.subject)
    }
    return try Identity(
      issuer: claims.issuer, subject: claims.subject, claim: claim, person: person)
  }

  /// The keys that may have signed a token: those that are known, as long as they are believed.
  ///
  /// Issuers change their keys: a name that is not known is worth a question, and so is, once in a
  /// while, a signature that no known key made.
  private func candidates(
    _ token: String, _ check: IDTokenCheck, _ metadata: IssuerMetadata
  ) async throws(OpenIDFailure) -> [JWK] {
    let header = try IDTokenCheck.header(token)
    if let keys, keys.asked.advanced(by: Self.memory) > .now {
      let known = keys.value.candidates(header.algorithm, named: header.keyName)
      if !known.isEmpty {
        if keys.asked.advanced(by: Self.rest) > .now { return known }
        if await check.isSigned(token, by: known) { return known }
      }
    }
    let asked = ContinuousClock.now
    let new = try IssuerKeys(try await fetch(metadata.keysAddress.description))
    keys = (new, asked)
    return new.candidates(header.algorithm, named: header.keyName)
  }

  private func configuration() async throws(OpenIDFailure) -> IssuerMetadata {
    if let metadata, metadata.until > .now { return metadata.value }
    if let failure, failure.until > .now { throw failure.value }
    do {
      let value = try IssuerMetadata(
        try await fetch(IssuerMetadata.address(of: address)), issuer: address)
      metadata = (value, .now.advanced(by: Self.memory))
      failure = nil
      return value
    } catch {
      failure = (error, .now.advanced(by: Self.rest))
      throw error
    }
  }

  /// What the issuer says of a person beside the token; it has to be the same person.
  private func person(
    _ endpoint: SecureAddress, _ accessToken: String, subject: String
  ) async throws(OpenIDFailure) -> [String: String] {
    let isPlain = accessToken.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isPlain else { throw .refused("the access token cannot be sent") }
    let body = try await fetch(
      endpoint.description, [.init(name: "Authorization", value: "Bearer " + accessToken)])
    guard let fields = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
      fields["sub"] as? String == subject
    else { throw .refused("the issuer speaks of somebody else than its token") }
    return fields.compactMapValues { value in
      (value as? String) ?? (value as? Bool).map { $0 ? "true" : "false" }
    }
  }

  private func fetch(
    _ url: String, _ headers: [WebTransfer.Header] = []
  ) async throws(OpenIDFailure) -> [UInt8] {
    let answer = try await ask(
      WebTransfer(url: url, headers: headers + [.init(name: "Accept", value: "application/json")]))
    guard answer.status == 200 else {
      throw .unreachable("the issuer answered with status \(answer.status)")
    }
    return answer.body
  }

  private func ask(_ transfer: WebTransfer) async throws(OpenIDFailure) -> WebTransfer.Answer {
    var transfer = transfer
    transfer.authority = authority
    return try await Self.blocking(transfer)
  }

  /// A transfer blocks: it must not take a thread that answers requests, and only a few are made at once.
  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 4
    return queue
  }()

  private static func blocking(
    _ transfer: WebTransfer
  ) async throws(OpenIDFailure) -> WebTransfer.Answer {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<WebTransfer.Answer, TransferFailure>, Never>) in
      queue.addOperation {
        continuation.resume(
          returning: Result { () throws(TransferFailure) in try transfer.perform() })
      }
    }
    switch result {
    case .success(let answer): return answer
    case .failure(let failure): throw .unreachable("the issuer was not reached: \(failure)")
    }
  }
}
