import Markup
import Testing

@Suite struct ParagraphTests {
  @Test func `sentences are found in lists, quotes and callouts, and nowhere else`() {
    let text = """
      # Title

      One *two*
      three.

      > [!WARNING]
      > Four `five`.

      - six
        - seven [eight](x.md)

      | a | b |
      | - | - |
      | c | d |

      ```sh
      code
      ```

      Nine.[^1]

      [^1]: Ten.
      """
    let document = MarkupParser().parse(Array(text.utf8))
    let paragraphs = document.paragraphs.map {
      String(decoding: $0, as: UTF8.self).trimmingPrefix(" ")
    }
    #expect(paragraphs == ["One two three.", "Four five.", "six", "seven eight", "Nine.", "Ten."])
  }
}
