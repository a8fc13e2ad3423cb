import FileSystem
import Foundation
public import Search

/// Finds and maps the search index of a built site.
public struct IndexStore: Sendable {
  /// The site's folder.
  public let site: String

  /// Looks in a site's folder; nothing is read yet.
  public init(site: String) { self.site = site }

  /// The languages that have an index, sorted.
  public func languages() -> [String] {
    guard let listing = try? FolderListing(site + "/search") else { return [] }
    return listing.files.map(\.path).filter { $0.hasSuffix(".json") && !$0.contains("/") }
      .map { String($0.dropLast(".json".count)) }
  }

  /// Reads a language's manifest.
  public func manifest(for language: String) throws -> IndexManifest {
    let path = site + "/" + IndexManifest.path(for: language)
    guard Self.isName(language), let bytes = try? FileSystem.read(path) else {
      throw IndexStoreError(
        .missing, "there is no search index for '\(language)' in '\(site)'; run balise build")
    }
    guard let manifest = try? JSONDecoder().decode(IndexManifest.self, from: Data(bytes)),
      manifest.format == IndexManifest.currentFormat,
      manifest.pieces.allSatisfy({ Self.isName($0.file) })
    else {
      throw IndexStoreError(
        .damaged, "'\(path)' is damaged or from another version of balise; run balise build")
    }
    return manifest
  }

  /// Maps a language's index; nothing is copied.
  ///
  /// - Parameters:
  ///   - language: The language code.
  ///   - verified: Whether every byte is compared with its checksum, which takes a millisecond for
  ///     some megabytes; otherwise only the heads of the files and small sections are.
  /// - Returns: The index.
  /// - Throws: An ``IndexStoreError`` that says what is missing or damaged.
  public func index(for language: String, verified: Bool = true) throws -> InvertedIndex {
    let manifest = try manifest(for: language)
    do {
      let pieces = try manifest.pieces.map { piece in
        let file = try MappedFile(site + "/search/" + piece.file)
        guard file.count == piece.bytes else {
          throw IndexStoreError(
            .damaged,
            "'\(file.path)' has \(file.count) bytes, not the "
              + "\(piece.bytes) that its manifest says; run balise build")
        }
        // The closure keeps the mapping for as long as the index is used.
        return IndexBytes(mapped: file.buffer) { _ = file.count }
      }
      let index = try InvertedIndex(pieces: pieces)
      if verified { try index.verify() }
      return index
    } catch let error as IndexStoreError {
      throw error
    } catch {
      throw IndexStoreError(
        .damaged,
        "the search index for '\(language)' in '\(site)' cannot be used: \(error); "
          + "run balise build")
    }
  }

  /// Whether a name stays in its folder.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
  }
}
