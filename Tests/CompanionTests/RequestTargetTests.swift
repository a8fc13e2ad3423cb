import Testing

@testable import Companion

@Suite struct RequestTargetTests {
  @Test func `a path is taken apart and decoded`() {
    let target = RequestTarget("/fr/articles/%C3%A9t%C3%A9/?q=a+b&x=1%262#part")
    #expect(target?.segments == ["fr", "articles", "été"])
    #expect(target?.isFolder == true)
    #expect(target?.query["q"] == "a b")
    #expect(target?.query["x"] == "1&2")
    #expect(target?.path(asFolder: false) == "/fr/articles/%C3%A9t%C3%A9")
  }

  @Test func `the root is a folder without segments`() {
    #expect(RequestTarget("/")?.segments == [])
    #expect(RequestTarget("/?a")?.isFolder == true)
    #expect(RequestTarget("/")?.path(asFolder: true) == "/")
  }

  @Test(
    arguments: [
      "", "fr", "*", "//", "//evil.example/", "/a//b", "/a/../b", "/..", "/%2e%2e/etc/passwd",
      "/a/./b", "/a%5C..%5Cb", "/a%00b", "/%zz", "/%", "/%e", "/%ff%fe", "http://a/b",
      "/fr%0d%0aSet-Cookie:x",
    ])
  func `a path that is malformed or leads elsewhere is refused`(path: String) {
    #expect(RequestTarget(path) == nil)
  }

  @Test func `an encoded slash stays within its segment`() {
    #expect(RequestTarget("/a%2Fb/c")?.segments == ["a/b", "c"])
  }

  @Test func `values may be repeated or parted by commas`() {
    let query = QueryItems("tag=a,b&tag=c&tag=&q=&bad=%zz&%zz=1")
    #expect(query.values("tag") == ["a", "b", "c"])
    #expect(query["q"] == "")
    #expect(query["bad"] == nil)
  }

  @Test func `a query is encoded so that it is read back`() {
    let query = QueryItems([QueryItems.Item(name: "q", value: "été & <b> +1 \u{1F50B}")])
    #expect(QueryItems(query.encoded[...]) == query)
    #expect(!query.encoded.contains("<"))
  }
}
