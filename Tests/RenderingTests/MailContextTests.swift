import Testing

@testable import Rendering

@Suite struct MailContextTests {
  private func context(_ language: String = "fr", customer: String = "Marie") -> MailContext {
    MailContext(
      language: language, site: "TrackingBMS", agent: "Zoé <b>", customer: customer,
      company: "A & B", product: [("model", "<JK>")], note: "Bonjour.\nÀ bientôt <i>",
      title: "Surchauffe & feu", description: "Que faire.", cautions: ["Éloignez-vous <x>"],
      steps: ["Coupez.", "Attendez <10 min>."], url: "https://help.example/s/abc")
  }

  @Test func `the plain part says what people wrote as they wrote it`() {
    let text = TemplateLibrary.load().0.mailText(context())
    #expect(
      text == """
        Bonjour Marie (A & B),

        Bonjour.
        À bientôt <i>

        Surchauffe & feu
        Que faire.

        Attention — Éloignez-vous <x>

        Pas à pas
        1. Coupez.
        2. Attendez <10 min>.

        Lire l’article
        https://help.example/s/abc

        Votre produit
        - model: <JK>

        Zoé <b>, TrackingBMS
        Répondez à ce message pour poursuivre la conversation.

        """)
  }

  @Test func `the part in HTML escapes all of it`() {
    let html = TemplateLibrary.load().0.mailHTML(context("en"))
    for piece in [
      "<html lang=\"en\">", "Hello Marie (A &amp; B),", "À bientôt &lt;i&gt;",
      "Surchauffe &amp; feu", "Éloignez-vous &lt;x&gt;", "Attendez &lt;10 min&gt;.",
      "model: &lt;JK&gt;", "Zoé &lt;b&gt;, TrackingBMS", "href=\"https://help.example/s/abc\"",
    ] {
      #expect(html.contains(piece))
    }
    for piece in ["<i>", "<x>", "<b>", "<JK>", "<script", "<img"] {
      #expect(!html.contains(piece))
    }
  }

  @Test func `experts read what an agent asks, in either language and either part`() {
    func context(_ language: String) -> ExpertMailContext {
      ExpertMailContext(
        language: language, site: "TrackingBMS", agent: "Zoé <b>",
        text: "Il fume.\nQue <i>faire</i> ?",
        facts: [("deskConversationID", "T-7 <x>")], url: "https://help.example/desk/reports")
    }
    let library = TemplateLibrary.load().0
    #expect(
      library.expertMailText(context("fr")) == """
        Zoé <b> demande pour un client\u{A0}:

        Il fume.
        Que <i>faire</i> ?

        - Numéro de la conversation: T-7 <x>

        Toutes les questions en attente
        https://help.example/desk/reports

        Zoé <b>, TrackingBMS

        """)
    let html = library.expertMailHTML(context("en"))
    for piece in [
      "Zoé &lt;b&gt; asks for a customer:", "Que &lt;i&gt;faire&lt;/i&gt; ?",
      "Conversation number: T-7 &lt;x&gt;", "href=\"https://help.example/desk/reports\"",
    ] {
      #expect(html.contains(piece))
    }
    for piece in ["<i>", "<x>", "<b>"] { #expect(!html.contains(piece)) }
  }

  @Test func `nobody is greeted by an empty name`() {
    let text = TemplateLibrary.load().0.mailText(context("en", customer: ""))
    #expect(text.hasPrefix("Hello,\n"))
  }
}
