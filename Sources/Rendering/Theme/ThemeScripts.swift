/// The theme's scripts on their way to the site, under names that change with what they hold.
///
/// A script of the theme is written with all that it imports in one file, without comments and blanks;
/// what it imports only when it is needed, by `import("./x.js")`, stays a file of its own. A site's own
/// scripts are left as they are, but for the names of what they import, and what imports one is not put
/// together, so that there is one of each. Two scripts must not import each other.
struct ThemeScripts {
  /// The scripts by their path, such as `scripts/search/query.js`.
  private let sources: [String: [UInt8]]
  /// The paths of those that are the theme's.
  private let own: Set<String>
  /// What is called with each file's name, such as `search/query.js`, and its bytes; returns its path.
  private let write: (_ name: String, _ bytes: [UInt8]) -> String
  /// Where scripts were written, whole or alone; nil while those they import are.
  private var written: [Output: String?] = [:]

  private struct Output: Hashable {
    var path: String
    /// Whether it was written without what it imports.
    var isAlone: Bool
  }

  init(
    sources: [String: [UInt8]], own: Set<String>,
    write: @escaping (_ name: String, _ bytes: [UInt8]) -> String
  ) {
    self.sources = sources
    self.own = own
    self.write = write
  }

  /// Writes those that pages load, and whatever these import.
  mutating func writeAll() {
    for path in sources.keys.sorted()
    where !own.contains(path) || path.split(separator: "/").count == 2 {
      _ = add(path)
    }
  }

  /// Writes a script after those that it imports, and returns its path.
  private mutating func add(_ path: String, isAlone: Bool = false) -> String? {
    let output = Output(path: path, isAlone: isAlone)
    if let known = written[output] { return known }
    guard let source = sources[path] else { return nil }
    written[output] = .some(nil)
    let small = own.contains(path) ? Script(source).compacted() : source
    let bytes = (isAlone ? nil : bundle(path)) ?? importing(small, path, from: path)
    let result = write(path.split(separator: "/").dropFirst().joined(separator: "/"), bytes)
    written[output] = result
    return result
  }

  /// A script with the hashed names of what it imports, as seen from the folder of another.
  private mutating func importing(_ source: [UInt8], _ path: String, from root: String) -> [UInt8] {
    let script = Script(source)
    var names: [String: String] = [:]
    for item in script.imports() {
      let address = String(decoding: source[item.range], as: UTF8.self)
      guard let target = Self.path(of: address, from: path),
        let written = add(target, isAlone: !item.isDynamic)
      else { continue }
      names[address] = Self.address(of: written, from: root)
    }
    return script.importing { names[$0] }
  }

  /// A script of the theme and what it imports; nil when not all of them are the theme's.
  private mutating func bundle(_ root: String) -> [UInt8]? {
    var order: [String] = []
    var modules: [String: ScriptModule] = [:]
    guard collect(root, into: &modules, &order) else { return nil }
    var result: [UInt8] = []
    for path in order {
      guard let module = modules[path] else { return nil }
      let isRoot = path == root
      if !isRoot { result += "const \(Self.name(path, order))=(()=>{".utf8 }
      for item in module.imports where !item.bindings.isEmpty {
        guard let target = Self.path(of: item.address, from: path) else { return nil }
        let names = item.bindings.map { $0.name == $0.local ? $0.name : "\($0.name):\($0.local)" }
        let list = names.joined(separator: ",")
        result += "const{\(list)}=\(Self.name(target, order));".utf8
      }
      result += importing(module.body, path, from: root)
      let separator = isRoot ? " as " : ":"
      let names = module.exports.map {
        $0.name == $0.local
          ? $0.name
          : isRoot ? $0.local + separator + $0.name : $0.name + separator + $0.local
      }
      let list = names.joined(separator: ",")
      if !isRoot { result += "return{\(list)}})();\n".utf8 }
      if isRoot, !names.isEmpty { result += "export{\(list)};\n".utf8 }
    }
    return result
  }

  /// What a module of a bundle is called there.
  private static func name(_ path: String, _ order: [String]) -> String {
    "$\(order.firstIndex(of: path) ?? 0)"
  }

  /// Takes a script and those that it imports apart, these first; false when one cannot be.
  private func collect(
    _ path: String, into modules: inout [String: ScriptModule], _ order: inout [String]
  ) -> Bool {
    if order.contains(path) { return true }
    guard own.contains(path), modules[path] == nil, let source = sources[path],
      let module = ScriptModule(Script(source).compacted())
    else { return false }
    modules[path] = module
    for item in module.imports {
      guard let target = Self.path(of: item.address, from: path),
        collect(target, into: &modules, &order)
      else { return false }
    }
    order.append(path)
    return true
  }

  /// The path of what a script imports as `./x.js` or `../x.js`.
  private static func path(of address: String, from importer: String) -> String? {
    guard address.hasPrefix("./") || address.hasPrefix("../") else { return nil }
    var parts = importer.split(separator: "/").dropLast()
    for part in address.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts.joined(separator: "/")
  }

  /// The address of a written file, seen from the folder of a script.
  private static func address(of written: String, from importer: String) -> String {
    let target = written.split(separator: "/").dropFirst()
    let folder = importer.split(separator: "/").dropFirst().dropLast()
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    let up = [Substring](repeating: "..", count: folder.count - shared)
    return ((up.isEmpty ? ["."] : up) + target.dropFirst(shared)).joined(separator: "/")
  }
}
