import Content
import Digest
import Rendering
import SocialImages

/// Draws the pictures that stand for articles where their addresses are shared.
///
/// A picture's name is a digest of what it shows, so one that is in the output folder already is
/// right and not drawn again: only what is new or renamed costs time.
struct SocialImagePublisher: Sendable {
  let publisher: SitePublisher

  private struct Job: Sendable {
    var number: Int
    var language: LanguageCode
    var image: SocialImage
  }

  /// Draws what is missing.
  ///
  /// - Returns: for each language, by article number, the site path of the picture.
  func publish() async throws -> [LanguageCode: [Int: String]] {
    guard SocialImage.isAvailable else { throw SocialImagesUnavailable() }
    let paths = try await concurrentMap(
      jobs(), jobs: publisher.configuration.jobs, chunk: 2
    ) { job -> (Job, String) in
      let name = ContentHash.name(for: Array(job.image.key.utf8))
      let path = "assets/social/\(job.language).\(name).png"
      if !publisher.tree.keep(path) {
        guard let bytes = job.image.png() else { throw SocialImagesUnavailable() }
        try publisher.tree.write(bytes, to: path)
      }
      return (job, "/" + path)
    }
    var result: [LanguageCode: [Int: String]] = [:]
    for (job, path) in paths { result[job.language, default: [:]][job.number] = path }
    return result
  }

  /// One picture for each version of each article that may be shared.
  private func jobs() -> [Job] {
    let site = publisher.site
    let palette = SocialPalette(
      paper: site.theme.paper?.light, accent: site.theme.accent?.light,
      mark: site.theme.mark?.light)
    return publisher.catalog.articles.flatMap { article in
      article.versions.map { version in
        let language = version.language
        func text(_ label: Localized<String>?, or standard: String) -> String {
          label?.value(for: language, fallback: site.defaultLanguage) ?? standard
        }
        let category = site.category(article.category)
        let level = site.difficulties.firstIndex { $0.key == article.difficulty }
        let image = SocialImage(
          site: text(site.title, or: ""), title: version.title, icon: category?.icon ?? "",
          category: text(category?.label, or: article.category),
          difficulty: level.map {
            text(site.difficulties[$0].label, or: site.difficulties[$0].key)
          } ?? "",
          level: level ?? 0, language: language.rawValue, palette: palette,
          showsMark: site.theme.logo == nil)
        return Job(number: article.number, language: language, image: image)
      }
    }
  }
}

/// The libraries that draw pictures are not on this machine.
public struct SocialImagesUnavailable: Error, CustomStringConvertible {
  /// One sentence that says what to do.
  public var description: String {
    "--social-images needs Pango and Cairo; on Debian: apt-get install libpangocairo-1.0-0"
  }
}
