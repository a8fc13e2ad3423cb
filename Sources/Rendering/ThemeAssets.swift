/// The theme's style sheet, scripts and pictures, under names that change with what they hold.
public struct ThemeAssets: Sendable {
  /// The files to write, such as `assets/theme.0123456789.css`.
  public let files: [OutputFile]
  /// The address of each file by its plain name: `theme.css`, `main.js`, `favicon.svg`.
  public let urls: [String: String]

  /// Puts the theme's files together.
  ///
  /// All of `styles/` becomes one style sheet, in the order of the names, without comments. A script
  /// that imports another by its plain name gets the hashed one.
  ///
  /// - Parameters:
  ///   - library: the theme.
  ///   - basePath: what stands before `/assets/` in an address; see ``SiteContext/basePath``.
  ///   - hash: ten hexadecimal digits of a digest of the bytes.
  public init(
    library: TemplateLibrary, basePath: String = "", hash: (_ bytes: [UInt8]) -> String
  ) {
    var files: [OutputFile] = []
    var urls: [String: String] = [:]
    func add(_ name: String, _ bytes: [UInt8]) {
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let path = "assets/\(name[..<dot]).\(hash(bytes))\(name[dot...])"
      files.append(OutputFile(path: path, bytes: bytes))
      urls[name] = "\(basePath)/\(path)"
    }
    let sources = library.files.sorted { $0.key < $1.key }
    var styles: [UInt8] = []
    for (path, bytes) in sources where path.hasPrefix("styles/") && path.hasSuffix(".css") {
      styles += StyleSheet.compacted(bytes)
    }
    add("theme.css", styles)
    for (path, bytes) in sources {
      let name = path.split(separator: "/").dropFirst().joined(separator: "/")
      if path.hasPrefix("assets/") || path.hasPrefix("scripts/") { add(name, bytes) }
    }
    self.files = files.sorted { $0.path < $1.path }
    self.urls = urls
  }
}
