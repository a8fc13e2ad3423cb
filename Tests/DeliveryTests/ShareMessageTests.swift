import Delivery
import Testing

@Suite struct ShareMessageTests {
  @Test func `a message in French`() {
    let message = ShareMessage(
      title: "Alertes", description: "En deux minutes.", url: "https://a.example/s/1",
      language: "fr", note: "Bonjour !\nVoici.")
    #expect(
      message.text == """
        Bonjour !
        Voici.
        Alertes
        En deux minutes.
        Lire l’article\u{A0}: https://a.example/s/1
        """)
    #expect(
      message.html == """
        <p>Bonjour !<br>
        Voici.</p>
        <p lang="fr"><a href="https://a.example/s/1"><strong>Alertes</strong></a><br>
        En deux minutes.</p>
        """)
  }

  @Test func `a message without description and note, in English`() {
    let message = ShareMessage(
      title: "Alerts", description: "", url: "https://a.example/s/1", language: "en")
    #expect(message.text == "Alerts\nRead the article: https://a.example/s/1")
    #expect(
      message.html
        == "<p lang=\"en\"><a href=\"https://a.example/s/1\"><strong>Alerts</strong></a></p>")
  }

  @Test func `what people wrote cannot become markup`() {
    let message = ShareMessage(
      title: "<script>alert('x')</script>", description: "a & b", url: "https://a/\"><b>",
      language: "fr\"", note: "<img src=x>")
    for tag in ["<script", "<img", "<b>", "\"><b"] { #expect(!message.html.contains(tag)) }
    #expect(message.html.contains("a &amp; b"))
    #expect(message.html.contains("lang=\"fr&quot;\""))
  }
}
