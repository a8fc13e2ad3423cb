import Digest
import EventLog

/// A token that is about to be shown, once.
struct NewToken {
  /// What the program sends.
  let text = RandomIdentifier.agentToken()
  /// What the store keeps.
  var hash: [UInt8] { SHA256.hash(Array(text.utf8)) }
}
