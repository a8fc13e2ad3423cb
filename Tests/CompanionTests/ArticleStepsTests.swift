import Testing

@testable import Companion

@Suite struct ArticleStepsTests {
  @Test func `the steps are the list under a heading that says so`() {
    let steps = ArticleSteps(
      markdown: """
        # Title

        ## Causes

        1. One
        2. Two
        3. Three

        > [!CAUTION]
        > Never **raise** the voltage.
        > Ever.

        ## Étapes

        1. **Ouvrez** la [page](https://x/y), puis `Réglages`.
        2. Attendez :
           - pas cela

           ```text
           1. nor this
           ```
        3. Fermez \\*tout\\*.

        Fin.
        """)
    #expect(
      steps.steps == ["Ouvrez la page, puis Réglages.", "Attendez :", "Fermez *tout*."])
    #expect(steps.cautions == ["Never raise the voltage. Ever."])
  }

  @Test func `else they are the longest list, or none`() {
    #expect(
      ArticleSteps(markdown: "1. a\n\nx\n\n1. b\n2. c\n").steps == ["b", "c"])
    #expect(ArticleSteps(markdown: "# Title\n\nText.\n").steps.isEmpty)
    #expect(ArticleSteps(markdown: "").cautions.isEmpty)
  }
}
