import Diagnostics
import Markup

/// Reads articles, one file at a time.
///
/// Readers are values without state: any number of tasks may use one.
public struct ArticleReader: Sendable {
  private let site: SiteConfiguration
  private let displayRoot: String

  /// Makes a reader for a site.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - displayRoot: what diagnostics show before the path of each file.
  public init(site: SiteConfiguration, displayRoot: String = "content") {
    self.site = site
    self.displayRoot = displayRoot
  }

  /// Reads a file and checks what can be checked without any other.
  ///
  /// However wrong it is, what could be read of it takes part in the catalog, so that one fault is
  /// not followed by others that are none.
  ///
  /// - Parameters:
  ///   - path: the path relative to the content folder.
  ///   - bytes: the whole file.
  /// - Returns: the article, its text, and what is wrong.
  public func read(_ path: String, _ bytes: [UInt8]) -> ReadArticle {
    let displayPath = displayRoot.isEmpty ? path : "\(displayRoot)/\(path)"
    let source = SourceText(path: displayPath, bytes: bytes)
    var diagnostics: [Diagnostic] = []
    var isUTF16 = false
    func report(_ id: String, _ range: Range<Int>, _ message: String, _ fix: FixIt? = nil) {
      diagnostics.append(
        Diagnostic(.error, id: id, in: source, range: range, message, suggestion: fix))
    }
    if let offset = source.firstInvalidUTF8() {
      isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      report(
        DiagnosticID.encodingInvalid, offset..<offset,
        isUTF16 ? "the file is UTF-16, not UTF-8" : "a byte that is not UTF-8",
        FixIt("save the file as UTF-8"))
    }
    let articlePath: ArticlePath?
    do {
      articlePath = try ArticlePath(path, languages: site.languages)
    } catch {
      articlePath = nil
      let start = FrontMatterFence.bodyStart(bytes)
      report(error.id, start..<start, error.message, error.suggestion)
    }
    if isUTF16 {
      // Everything else that could be said of it would follow from this.
      return ReadArticle(
        file: nil, document: MarkupParser().parse([]), diagnostics: diagnostics.sorted())
    }
    let (frontMatter, bodyOffset) = readFrontMatter(
      source, isReadable: diagnostics.allSatisfy { $0.id != DiagnosticID.encodingInvalid },
      &diagnostics)
    let typography = articlePath.flatMap { Typography(language: $0.language.rawValue) }
    let document = MarkupParser(typography: typography).parse(bytes, from: bodyOffset)
    diagnostics += document.diagnostics(in: source)
    guard let articlePath else {
      return ReadArticle(file: nil, document: document, diagnostics: diagnostics.sorted())
    }
    let file = file(
      path, articlePath, source, frontMatter, bodyOffset: bodyOffset, document: document)
    return ReadArticle(file: file, document: document, diagnostics: diagnostics.sorted())
  }

  private func readFrontMatter(
    _ source: SourceText, isReadable: Bool, _ diagnostics: inout [Diagnostic]
  ) -> (FrontMatter, bodyOffset: Int) {
    var faulty = FrontMatter()
    faulty.isFaulty = true
    let fence: FrontMatterFence
    do {
      fence = try FrontMatterFence(source.bytes)
    } catch {
      diagnostics.append(Self.diagnostic(for: error, in: source))
      let start = FrontMatterFence.bodyStart(source.bytes)
      if case .unclosed = error { return (faulty, source.bytes.count) }
      return (faulty, start)
    }
    // Bytes that are no text have been reported; read as U+FFFD they would be reported again.
    guard isReadable || String(validating: source.bytes[fence.yaml], as: UTF8.self) != nil else {
      return (faulty, fence.bodyOffset)
    }
    let (entries, faults) = YAMLParser(source: source).parse(fence.yaml)
    diagnostics += faults
    guard let entries else { return (faulty, fence.bodyOffset) }
    var (frontMatter, problems) = FrontMatterReader.read(entries, in: source, site: site)
    diagnostics += problems
    let isMistyped = problems.contains { $0.suggestion?.replacement == "title" }
    if frontMatter.title == nil, !isMistyped, !entries.contains(where: { $0.key == "title" }) {
      let start = FrontMatterFence.bodyStart(source.bytes)
      diagnostics.append(
        Diagnostic(
          .error, id: DiagnosticID.titleMissing, in: source, range: start..<start + 3,
          "an article without title", suggestion: FixIt("add 'title: …' to the front matter")))
      frontMatter.isFaulty = true
    }
    return (frontMatter, fence.bodyOffset)
  }

  private static func diagnostic(
    for fault: FrontMatterFence.Fault, in source: SourceText
  ) -> Diagnostic {
    switch fault {
    case .missing:
      let start = FrontMatterFence.bodyStart(source.bytes)
      let isTOML = source.bytes[start...].starts(with: "+++".utf8)
      return Diagnostic(
        .error, id: DiagnosticID.frontMatterMissing, in: source, range: start..<start,
        "an article begins with a line '---' and its title",
        suggestion: FixIt(
          isTOML
            ? "write the front matter as YAML between lines '---'"
            : "begin with '---', 'title: …', 'category: …', '---'"))
    case .unclosed(let range):
      return Diagnostic(
        .error, id: DiagnosticID.frontMatterUnclosed, in: source, range: range,
        "the front matter is not closed", suggestion: FixIt("end it with a line '---'"))
    }
  }

  private func file(
    _ path: String, _ articlePath: ArticlePath, _ source: SourceText, _ frontMatter: FrontMatter,
    bodyOffset: Int, document: MarkupDocument
  ) -> ArticleFile {
    let title = frontMatter.title?.value ?? articlePath.name
    let description = frontMatter.description?.value ?? ""
    let typography = Typography(language: articlePath.language.rawValue)
    var frontMatter = frontMatter
    if let typography { frontMatter.description?.value = typography.set(description) }
    let links = document.links.map { Self.link($0, in: source) }
    let images = document.images.map { Self.link($0, in: source) }
    let isSource = articlePath.language == site.defaultLanguage
    return ArticleFile(
      path: path, displayPath: source.path, language: articlePath.language, key: articlePath.key,
      frontMatter: frontMatter, title: typography?.set(title) ?? title,
      slug: frontMatter.slug?.value ?? Slug.make(from: articlePath.name), bodyOffset: bodyOffset,
      outline: document.outline, identifiers: document.htmlIdentifiers,
      links: links + images.filter { $0.use == .link }, images: images.filter { $0.use == .media },
      wordCount: WordCount.words(in: document.sections, outline: document.outline),
      sourceHash: isSource
        ? SourceHash(
          title: title, description: description, bytes: source.bytes,
          bodyOffset: bodyOffset) : nil)
  }

  private static func link(_ link: Link, in source: SourceText) -> ArticleLink {
    let isLink = link.kind == .link || link.element == "a"
    return ArticleLink(
      use: isLink ? .link : .media, destination: link.destination,
      place: SourcePlace(link.destinationRange ?? link.range, in: source))
  }
}
