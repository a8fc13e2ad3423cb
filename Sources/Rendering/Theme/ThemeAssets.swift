public import Content

/// The theme's style sheet, scripts and pictures, under names that change with what they hold.
public struct ThemeAssets: Sendable {
  /// The files to write, such as `assets/theme.0123456789.css`.
  public let files: [OutputFile]
  /// The address of each file by its plain name: `theme.css`, `main.js`, `favicon.svg`.
  public let urls: [String: String]

  /// Puts the theme's files together.
  ///
  /// The files of `styles/` become `theme.css`, in the order of their names, and those of a folder in it
  /// a sheet of the folder's name: `styles/pages/` becomes `pages.css`. What becomes of the scripts is
  /// described at ``ThemeScripts``.
  ///
  /// - Parameters:
  ///   - library: the theme.
  ///   - theme: how the site differs from it.
  ///   - basePath: what stands before `/assets/` in an address; see ``SiteContext/basePath``.
  ///   - hash: ten hexadecimal digits of a digest of the bytes.
  public init(
    library: TemplateLibrary, theme: SiteTheme = SiteTheme(), basePath: String = "",
    hash: @escaping (_ bytes: [UInt8]) -> String
  ) {
    var files: [OutputFile] = []
    var urls: [String: String] = [:]
    @discardableResult
    func add(_ name: String, _ bytes: [UInt8]) -> String {
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let path = "assets/\(name[..<dot]).\(hash(bytes))\(name[dot...])"
      if !files.contains(where: { $0.path == path }) {
        files.append(OutputFile(path: path, bytes: bytes))
      }
      urls[name] = "\(basePath)/\(path)"
      return path
    }
    let sources = library.files.sorted { $0.key < $1.key }
    var styles: [String: [UInt8]] = [:]
    for (path, bytes) in sources where path.hasPrefix("styles/") && path.hasSuffix(".css") {
      let folders = path.split(separator: "/").dropFirst().dropLast()
      let name = folders.isEmpty ? "theme" : folders.joined(separator: "-")
      styles[name, default: []] += StyleSheet.compacted(bytes)
    }
    styles["theme", default: []] += ThemeStyle.css(theme)
    for (name, bytes) in styles.sorted(by: { $0.key < $1.key }) { add("\(name).css", bytes) }
    for (path, bytes) in sources
    where path.hasPrefix("assets/") || path.hasPrefix("scripts/") && !path.hasSuffix(".js") {
      add(path.split(separator: "/").dropFirst().joined(separator: "/"), bytes)
    }
    let own = DefaultTheme.files.filter { file in
      library.files[file.path].map(file.text.utf8.elementsEqual) ?? false
    }
    var scripts = ThemeScripts(
      sources: library.files.filter { $0.key.hasPrefix("scripts/") && $0.key.hasSuffix(".js") },
      own: Set(own.map(\.path)), write: add)
    scripts.writeAll()
    self.files = files.sorted { $0.path < $1.path }
    self.urls = urls
  }
}
