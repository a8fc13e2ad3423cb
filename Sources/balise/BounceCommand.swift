import ArgumentParser
import Delivery
import EventLog
import Foundation

/// `balise bounce`: takes mails that came back from the mail server.
struct BounceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounce",
    abstract: "Note that a shared article's mail came back.",
    discussion: """
      The mail server pipes what arrives for the sender's address into it; what is no report about \
      a share is left alone. For Postfix, in /etc/aliases:

        aide: "|/usr/bin/balise bounce --data /var/lib/balise"
      """)

  @OptionGroup var data: DataOptions

  /// What is longer is no report.
  private static let longest = 2_000_000

  func run() async throws {
    let bytes = FileHandle.standardInput.readDataToEndOfFile().prefix(Self.longest)
    guard let report = BounceReport(mail: String(decoding: bytes, as: UTF8.self)) else {
      Terminal.note("No report about a share.")
      return
    }
    let store = try data.open()
    let isKnown = try await store.noteBounce(
      shareID: report.shareID, fault: report.fault, at: .now)
    try await store.close()
    Terminal.note(isKnown ? "Noted: \(report.fault)" : "No such share was sent from here.")
  }
}
