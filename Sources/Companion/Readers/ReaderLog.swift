import EventLog
import HTTPTypes
import Hummingbird

/// Keeps what readers do, as far as it may be kept.
struct ReaderLog: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  /// Who makes a request; whoever shows no proof is not looked up.
  func reader(_ call: Call) async -> Reader {
    let headers = call.request.headers
    guard headers[.cookie] != nil || headers[.authorization] != nil else { return Reader(call) }
    return Reader(call, await authentication.visitor(call))
  }

  /// Counts what a program did, and nothing else about it.
  func count(_ kind: ProgramEvent.Kind) { services.store.enqueue(.program(ProgramEvent(kind))) }

  /// Notes what came of a share, if the reader followed one.
  func note(_ kind: ShareOutcomeEvent.Kind, of articleID: String? = nil, by reader: Reader) {
    if let outcome = services.trail.outcome(kind, of: articleID, by: reader) {
      services.store.enqueue(.outcome(outcome))
    }
  }
}
