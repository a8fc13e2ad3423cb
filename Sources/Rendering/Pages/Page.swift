/// A page that is not an article: where it goes, and how to make it.
///
/// Rendering is put off until it is asked for, so that pages can be made in parallel.
public struct Page: Sendable {
  /// Where it goes below the output folder, such as `fr/index.html`.
  public let path: String
  /// Makes the page's bytes; the same at every call.
  public let render: @Sendable () -> [UInt8]

  /// Makes a page from its path and how to render it.
  init(path: String, render: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.render = render
  }

  /// Makes a page of UTF-8 text.
  init(path: String, text: @escaping @Sendable () -> String) {
    self.init(path: path, render: { Array(text().utf8) })
  }
}
