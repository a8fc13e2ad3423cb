/// One file of the site, as bytes that are ready to write.
public struct OutputFile: Sendable, Hashable {
  /// Where it goes below the output folder, such as `fr/articles/x/index.html`.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Makes a file from its path and bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file of UTF-8 text.
  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
