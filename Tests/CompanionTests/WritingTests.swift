import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct WritingTests {
  @Test func `JSON is what other programs read`() throws {
    let hostile = "\"\\/\u{0}\u{1F}\u{7F}\n\r\té\u{2028}🔋</script>"
    let value = JSONValue.fields([
      "text": .string(hostile), "list": [1, true, nil, "x"], "number": .number(1.5),
      "none": .number(.nan), hostile: .object([]),
    ])
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: Any])
    #expect(read["text"] as? String == hostile)
    #expect((read["list"] as? [Any])?.count == 4)
    #expect(read["number"] as? Double == 1.5)
    #expect(read["none"] is NSNull)
    #expect(read.keys.contains(hostile))
  }

  @Test func `fields stay in their order`() {
    let value = JSONValue.fields(["z": 1, "a": [], "m": .optional(nil)])
    #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"z":1,"a":[],"m":null}"#)
  }

  @Test func `a region of a page is replaced`() {
    let page = Array("<a><!--balise:x-->old<!--/balise:x--><b>".utf8)
    let result = PageRegion.replaced(in: page, region: "x", with: Array("new".utf8))
    #expect(
      result.map { String(decoding: $0, as: UTF8.self) }
        == "<a><!--balise:x-->new<!--/balise:x--><b>")
  }

  @Test(
    arguments: [
      "", "<!--balise:x-->", "<!--/balise:x--><!--balise:x-->",
      "<!--balise:xy-->a<!--/balise:xy-->",
    ])
  func `a page without the region is left alone`(page: String) {
    #expect(PageRegion.replaced(in: Array(page.utf8), region: "x", with: []) == nil)
  }

  @Test func `routes are found by their patterns, ids may hold slashes`() {
    let views = Route(.post, "/a/{id}/views") { _ in .json(nil) }
    #expect(views.match(["a", "x", "views"]) == ["id": "x"])
    #expect(views.match(["a", "x", "y", "views"]) == ["id": "x/y"])
    #expect(views.match(["a", "views"]) == nil)
    #expect(views.match(["a", "x"]) == nil)
    #expect(views.match(["b", "x", "views"]) == nil)
  }
}
