import HTTPTypes
import TestSupport
import Testing

@testable import Companion

@Suite struct StaticTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private let article = "/fr/articles/surchauffe/"

  @Test func `a folder is answered with its page`() async throws {
    let answer = try await site.ask(.get, article)
    #expect(answer.status == 200)
    #expect(answer.text.hasPrefix("<h1>Surchauffe</h1>"))
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.headers[.cacheControl] == "no-cache")
    #expect(answer.headers[.contentLength] == String(answer.body.count))
    #expect(answer.headers[.vary] == "Accept-Encoding")
  }

  @Test func `a page's address without its slash leads to it, with its query`() async throws {
    let answer = try await site.ask(.get, "/fr/articles/surchauffe?a=1%26")
    #expect(answer.status == 301)
    #expect(answer.headers[.location] == "/fr/articles/surchauffe/?a=1%26")
  }

  @Test func `every answer tells browsers what to refuse`() async throws {
    for path in [article, "/nowhere", "/assets/digits.txt", "/api/v1/search?q=a", "/healthz"] {
      let answer = try await site.ask(.get, path)
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      #expect(answer["Referrer-Policy"] == "strict-origin-when-cross-origin")
      #expect(answer["Set-Cookie"] == nil)
    }
    let policy = try #require(try await site.ask(.get, article).headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'self'"))
    #expect(policy.contains("frame-ancestors"))
    #expect(!policy.contains("unsafe"))
  }

  @Test func `HEAD has the headers of GET and no body`() async throws {
    let get = try await site.ask(.get, article)
    let head = try await site.ask(.head, article)
    #expect(head.body.isEmpty)
    for name in [HTTPField.Name.contentLength, .eTag, .contentType, .cacheControl] {
      #expect(head.headers[name] == get.headers[name])
    }
  }

  @Test func `whoever has the bytes is not sent them again`() async throws {
    let tag = try #require(try await site.ask(.get, article).headers[.eTag])
    for known in [tag, "W/" + tag, "\"x\", \(tag)", "*"] {
      let answer = try await site.ask(.get, article, headers: [.ifNoneMatch: known])
      #expect(answer.status == 304)
      #expect(answer.body.isEmpty)
      #expect(answer.headers[.eTag] == tag)
    }
    let other = try await site.ask(.get, article, headers: [.ifNoneMatch: "\"other\""])
    #expect(other.status == 200)
  }

  @Test(arguments: ["br", "gzip"])
  func `text is compressed for those who take it`(coding: String) async throws {
    let plain = try await site.ask(.get, article)
    let answer = try await site.ask(.get, article, headers: [.acceptEncoding: coding])
    #expect(answer.headers[.contentEncoding] == coding)
    #expect(answer.body.count < plain.body.count / 2)
    #expect(answer.headers[.contentLength] == String(answer.body.count))
    let tag = try #require(answer.headers[.eTag])
    #expect(tag != plain.headers[.eTag])
    let again = try await site.ask(
      .get, article, headers: [.acceptEncoding: coding, .ifNoneMatch: tag])
    #expect(again.status == 304)
  }

  @Test func `what was compressed beforehand is sent as it is`() async throws {
    let site = try TestSite(extra: ["fr/articles/surchauffe/index.html.br": "ready"])
    let answer = try await site.ask(.get, article, headers: [.acceptEncoding: "br"])
    #expect(answer.text == "ready")
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
  }

  @Test func `a part of a file can be asked for`() async throws {
    let path = "/assets/digits.txt"
    let part = try await site.ask(
      .get, path, headers: [.range: "bytes=-3", .acceptEncoding: "br"])
    #expect(part.status == 206)
    #expect(part.text == "789")
    #expect(part.headers[.contentRange] == "bytes 7-9/10")
    #expect(part.headers[.contentEncoding] == nil)
    let beyond = try await site.ask(.get, path, headers: [.range: "bytes=10-"])
    #expect(beyond.status == 416)
    #expect(beyond.headers[.contentRange] == "bytes */10")
    let several = try await site.ask(.get, path, headers: [.range: "bytes=0-1,3-4"])
    #expect(several.status == 200)
    #expect(several.text == "0123456789")
  }

  @Test func `a part is sent only of the bytes the client began with`() async throws {
    let path = "/assets/digits.txt"
    let tag = try #require(try await site.ask(.get, path).headers[.eTag])
    let same = try await site.ask(.get, path, headers: [.range: "bytes=0-1", .ifRange: tag])
    #expect(same.status == 206)
    let other = try await site.ask(.get, path, headers: [.range: "bytes=0-1", .ifRange: "\"x\""])
    #expect(other.status == 200)
    #expect(other.text == "0123456789")
  }

  @Test func `a large file is sent in pieces`() async throws {
    let text = String(repeating: "0123456789abcdef", count: 60_000)
    let site = try TestSite(extra: ["assets/film.mp4": text])
    let whole = try await site.ask(.get, "/assets/film.mp4")
    #expect(whole.text == text)
    let part = try await site.ask(
      .get, "/assets/film.mp4", headers: [.range: "bytes=16-600015"])
    #expect(part.body.count == 600_000)
    #expect(part.text.hasPrefix("0123456789abcdef"))
  }

  @Test func `a file with a hashed name is kept for ever`() async throws {
    let answer = try await site.ask(.get, "/assets/theme.0123456789.css")
    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
  }

  @Test func `the root leads to the reader's language`() async throws {
    let english = try await site.ask(.get, "/", headers: [.acceptLanguage: "en-GB, fr;q=0.5"])
    #expect(english.status == 302)
    #expect(english.headers[.location] == "/en/")
    #expect(english.headers[.vary] == "Accept-Language")
    let unknown = try await site.ask(.get, "/", headers: [.acceptLanguage: "de"])
    #expect(unknown.text == "<p>choose</p>")
    #expect(try await site.ask(.get, "/").text == "<p>choose</p>")
  }

  @Test(
    arguments: zip(
      ["/fr/rien/", "/en/nothing", "/x", "/../etc/passwd", "/fr/%00", "/en/404.html"],
      [
        "nulle part", "no such page", "no such page", "no such page", "no such page",
        "no such page",
      ]))
  func `a page that is not there has a page of its own`(path: String, text: String) async throws {
    let answer = try await site.ask(.get, path, headers: [.acceptLanguage: "en"])
    #expect(answer.status == 404)
    #expect(answer.text == "<p>\(text)</p>")
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
  }

  @Test(arguments: ["/fr/ancien/", "/fr/ancien"])
  func `an old address leads to the new one`(path: String) async throws {
    let answer = try await site.ask(.get, path)
    #expect(answer.status == 301)
    #expect(answer.headers[.location] == "/fr/articles/surchauffe/")
  }

  @Test func `a site below a folder is found with and without it`() async throws {
    let site = try TestSite(siteURL: "https://a.example/help/")
    for path in ["/help/fr/articles/surchauffe/", "/fr/articles/surchauffe/"] {
      #expect(try await site.ask(.get, path).text.hasPrefix("<h1>Surchauffe</h1>"))
    }
    let page = try await site.ask(.get, "/help/fr/articles/surchauffe")
    #expect(page.headers[.location] == "/help/fr/articles/surchauffe/")
    #expect(try await site.ask(.get, "/help").headers[.location] == "/help/")
    let root = try await site.ask(.get, "/help/", headers: [.acceptLanguage: "en"])
    #expect(root.headers[.location] == "/help/en/")
    #expect(try await site.ask(.get, "/help/api/v1/search?q=batterie").status == 200)
    #expect(try await site.ask(.get, "/help/x/").status == 404)
  }

  @Test func `a page cannot be posted to`() async throws {
    let answer = try await site.ask(.post, article)
    #expect(answer.status == 405)
    #expect(answer.headers[.allow] == "GET, HEAD")
    #expect(answer.headers[.contentType] == "application/problem+json")
  }

  @Test func `nothing outside the site is sent`() async throws {
    try site.folder.write("secret", to: "secret.txt")
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/fr/..%2f..%2f..%2fsecret.txt"] {
      let answer = try await site.ask(.get, path)
      #expect(answer.status == 404)
      #expect(!answer.text.contains("secret"))
    }
  }
}
