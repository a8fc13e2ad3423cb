import Markup
import Testing

@Suite struct `Procedures` {
  private func procedures(_ text: String) -> [Procedure] {
    MarkupParser().parse(Array(text.utf8)).procedures
  }

  @Test func `numbered lists at the top level are procedures, under their headings`() {
    let found = procedures(
      """
      1. Open *the* [door](x).
         More about it.

         Another paragraph.
      2. Enter.

      - not
      - numbered

      ## Then

      1. Sit `down`.
         1. slowly
         2. or fast
      2. Rest.
      """)
    #expect(
      found == [
        Procedure(steps: ["Open the door. More about it.", "Enter."]),
        Procedure(heading: 0, steps: ["Sit down.", "Rest."]),
      ])
  }

  @Test(arguments: ["", "1. alone", "> 1. quoted\n> 2. list", "- 1. a\n  2. b"])
  func `other lists are none`(text: String) {
    #expect(procedures(text).isEmpty)
  }
}
