import Testing

@testable import Delivery

@Suite struct MailTests {
  private func mail(
    subject: String = "TrackingBMS: Surchauffe", text: String = "Bonjour\n", name: String = ""
  ) throws -> String {
    let from = try #require(MailAddress(name + "<aide@example.com>"))
    let to = try #require(MailAddress("marie@example.org"))
    return String(
      decoding: MailMessage(
        from: from, to: to, replyTo: MailAddress("conversation+42@example.com"), subject: subject,
        text: text, html: "<p>Bonjour</p>", language: "fr", messageID: "abc@example.com",
        milliseconds: 1_764_079_500_000
      ).bytes, as: UTF8.self)
  }

  @Test func `a mail has both parts and the headers that servers ask for`() throws {
    let text = try mail()
    for line in [
      "From: <aide@example.com>", "To: <marie@example.org>",
      "Reply-To: <conversation+42@example.com>", "Subject: TrackingBMS: Surchauffe",
      "Date: Tue, 25 Nov 2025 14:05:00 +0000", "Message-ID: <abc@example.com>",
      "Content-Language: fr", "Content-Type: text/plain; charset=utf-8",
      "Content-Type: text/html; charset=utf-8",
    ] {
      #expect(text.contains(line + "\r\n"))
    }
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func `nothing that anyone writes begins a header`() throws {
    let text = try mail(subject: "a\r\nBcc: x@example.com", name: "A \"B\" ")
    #expect(!text.contains("\r\nBcc"))
    #expect(text.contains("From: \"A \\\"B\\\"\"\r\n <aide@example.com>\r\n"))
  }

  @Test func `what is not ASCII is encoded, in words that are short enough`() throws {
    let subject = String(repeating: "Réinitialiser ", count: 12)
    let header = MailHeader.encoded(subject)
    #expect(header.split(separator: "\r\n ").allSatisfy { $0.utf8.count <= 75 })
    #expect(header.utf8.allSatisfy { $0 < 0x80 })
    #expect(MailHeader.encoded("Réglage") == "=?UTF-8?B?UsOpZ2xhZ2U=?=")
    #expect(MailHeader.encoded("=?UTF-8?B?eA==?=") != "=?UTF-8?B?eA==?=")
  }

  @Test(
    arguments: zip(
      ["é = x", "a ", ".", "a\nb", String(repeating: "x", count: 80)],
      [
        "=C3=A9 =3D x\r\n", "a=20\r\n", "=2E\r\n", "a\r\nb\r\n",
        String(repeating: "x", count: 75) + "=\r\nxxxxx\r\n",
      ]))
  func `text is quoted for mail servers`(text: String, encoded: String) {
    #expect(String(decoding: QuotedPrintable.encoded(text), as: UTF8.self) == encoded)
  }

  @Test(
    arguments: [
      "", "a", "a@", "@b", "a@b@c", "a b@c.d", "a@b c", "a@b\r\nBcc: c@d.e", "<a@b.c", "a@-b.c",
      "a..b@c.d", "é@c.d", "a@b..c", "X\n <a@b.c>",
    ])
  func `what is no address is refused`(text: String) {
    #expect(MailAddress(text) == nil || MailAddress(text)?.name == "X")
    #expect(MailAddress(text)?.name.contains("\n") != true)
  }

  @Test func `an address may have a name`() {
    #expect(MailAddress("Aide Élec <a.b+c@d.example>")?.address == "a.b+c@d.example")
    #expect(MailAddress("\"Help, Centre\" <a@b.c>")?.name == "Help, Centre")
  }

  @Test(
    arguments: zip(
      [
        "smtp://localhost:1025", "smtp://u:p%40@mail.example", "smtps://mail.example",
        "smtp://h?starttls=required", "smtp://u:p@h?starttls=optional", "http://x", "smtp://",
        "smtp://h?tls=1", "smtps://h?starttls=required",
      ],
      [.opportunistic, .startTLS, .tls, .startTLS, .opportunistic, nil, nil, nil, nil]
        as [SMTPServer.Security?]))
  func `a mail server is read from its address`(address: String, security: SMTPServer.Security?) {
    #expect(SMTPServer(address)?.security == security)
    if address.contains("%40") { #expect(SMTPServer(address)?.password == "p@") }
  }
}
