import Testing

@testable import Delivery

@Suite struct BounceReportTests {
  private func report(action: String = "failed", id: String = "abcdefghijklmnopqrstuv") -> String {
    """
    From: MAILER-DAEMON@mail.example\r
    Message-ID: <20261125.own@mail.example>\r
    Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
    \r
    --b\r
    Content-Type: message/delivery-status\r
    \r
    Final-Recipient: rfc822; marie@example.org\r
    Action: \(action)\r
    Status: 5.1.1\r
    Diagnostic-Code: smtp; 550 5.1.1 <marie@example.org>:\r
     no such user\r
    \r
    --b\r
    Content-Type: text/rfc822-headers\r
    \r
    Message-ID: <\(id)@example.com>\r
    Subject: TrackingBMS: Surchauffe\r
    --b--\r
    """
  }

  @Test func `a report names the share and says why`() {
    let bounce = BounceReport(mail: report())
    #expect(bounce?.shareID == "abcdefghijklmnopqrstuv")
    #expect(bounce?.fault == "5.1.1: smtp; 550 5.1.1 <marie@example.org>: no such user")
  }

  @Test func `what is late, or not ours, is no bounce`() {
    #expect(BounceReport(mail: report(action: "delayed")) == nil)
    #expect(BounceReport(mail: report(id: "somebody.else")) == nil)
    #expect(BounceReport(mail: "Message-ID: <abcdefghijklmnopqrstuv@example.com>\n\nHi") == nil)
    #expect(BounceReport(mail: "") == nil)
  }
}
