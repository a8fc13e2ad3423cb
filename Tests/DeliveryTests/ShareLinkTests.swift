import Delivery
import Testing

@Suite struct ShareLinkTests {
  @Test func `links are different, and found again by their id`() {
    let links = Set((0..<200).map { _ in ShareLink() })
    #expect(links.count == 200)
    for link in links {
      #expect(link.id.utf8.count == 22)
      #expect(ShareLink(id: link.id) == link)
      #expect(link.path == "/s/" + link.id)
    }
  }

  @Test(arguments: [
    "", "abc", "../../etc/passwd______", "0123456789012345678901é", "01234567890123456789012",
  ])
  func `what no link could have is refused`(id: String) {
    #expect(ShareLink(id: id) == nil)
  }

  @Test(arguments: ["https://a.example", "https://a.example/", "https://a.example//"])
  func `the address has one slash`(base: String) {
    let link = ShareLink()
    #expect(link.url(base: base) == "https://a.example/s/\(link.id)")
  }
}
