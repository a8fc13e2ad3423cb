import EventLog
import Testing

@Suite struct ScreenedTextTests {
  @Test(
    arguments: zip(
      [
        "Écrivez-moi à jean.dupont@example.com svp", "Tél. 06 12 34 56 78, le soir",
        "+33 (0)6-12-34-56-78", "carte 4970 1012 3456 7890", "Voir https://a.example/x?token=1",
        "clé sk_live_a1b2c3d4e5f6g7h8i9j0", "pack n° BMS20260131", "www.exemple.fr",
      ],
      [
        "Écrivez-moi à […] svp", "Tél. […] le soir", "[…]", "carte […]", "Voir […]", "clé […]",
        "pack n° […]", "[…]",
      ]))
  func `what tells who somebody is goes out of sight`(text: String, screened: String) {
    #expect(ScreenedText(text)?.text == screened)
    #expect(ScreenedText(text)?.removed == 1)
  }

  @Test(
    arguments: [
      "La tension est de 3,65 V par cellule", "Étape 2 : attendre 30 min", "48 V, 100 Ah",
      "erreur E204", "du 3 au 4 mars 2026", "LiFePO4-déséquilibre", "a@", "3 650 mV",
    ])
  func `what only looks technical stays`(text: String) {
    #expect(ScreenedText(text)?.text == (text == "a@" ? "[…]" : text))
  }

  @Test(arguments: ["", "  \n\t "])
  func `nothing is nothing`(text: String) {
    #expect(ScreenedText(text) == nil)
  }

  @Test func `a hostile text ends`() {
    let text = String(repeating: "1 2 3\n", count: 3_000) + String(repeating: "é", count: 5_000)
    #expect(ScreenedText(text) != nil)
  }
}
