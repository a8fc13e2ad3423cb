import Testing

@testable import Companion

@Suite struct FileNameTests {
  @Test(
    arguments: [
      "assets/theme.0123456789.css", "search/fr.core.00ff00ff00.idx",
      "search/fr/words-2.00ff00ff00.idx",
    ])
  func `a file whose name holds its hash is kept for ever`(path: String) {
    #expect(CachePolicy(path: path) == .immutable)
  }

  @Test(
    arguments: [
      "index.html", "search/fr.json", "assets/theme.css", "assets/jquery.min.js", "fr/a.beef.html",
      "assets/x.0123456789", "assets/0123456789.css", "search/fr/00ff00ff00.idx",
      "fr/x.0123456789.html",
    ])
  func `any other file is asked for again`(path: String) {
    #expect(CachePolicy(path: path) == .revalidated)
  }

  @Test(
    arguments: zip(
      ["a/b.html", "x.min.JS", "x.avif", "noending", "x.unknown", "a.css/b", "x.md"],
      [
        "text/html; charset=utf-8", "text/javascript; charset=utf-8", "image/avif",
        "application/octet-stream", "application/octet-stream", "application/octet-stream",
        "text/markdown; charset=utf-8",
      ]))
  func `the type follows from the ending`(path: String, expected: String) {
    #expect(MediaType.header(forPath: path) == expected)
  }

  @Test(
    arguments: zip(
      [
        "https://www.Example.com:8443/p?token=x", "http://u:p@a.example/", "android-app://com.app",
        "nonsense", "", "https://", "https:///x", "http://a b/", "https://[::1]:80/",
      ], ["www.example.com", "a.example", "com.app", nil, nil, nil, nil, nil, "[::1]:80"]))
  func `only the host of a referrer is kept`(address: String, expected: String?) {
    #expect(ReferrerHost.host(address) == expected)
  }
}
