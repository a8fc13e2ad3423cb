/// A script taken apart: what it imports and exports by name, and the rest.
struct ScriptModule {
  /// A name, and what it is called inside the module.
  struct Binding: Equatable {
    var name: String
    var local: String
  }

  /// What is imported from one address.
  struct Import {
    var address: String
    var bindings: [Binding]
  }

  private(set) var imports: [Import] = []
  private(set) var exports: [Binding] = []
  /// The script without its imports, and without the words that export.
  private(set) var body: [UInt8] = []

  private let script: Script
  private let tokens: [Script.Token]

  /// Takes a script apart.
  ///
  /// - Parameter source: the script; it may import and export by name only, else there is no module.
  init?(_ source: [UInt8]) {
    script = Script(source)
    tokens = script.significantTokens
    var place = 0
    var depth = 0
    var position = 0
    while place < tokens.count {
      let word = text(place)
      switch word {
      case "{", "(", "[": depth += 1
      case "}", ")", "]": depth -= 1
      case "import" where depth == 0 && !["(", "."].contains(text(place + 1)),
        "export" where depth == 0:
        body += source[position..<tokens[place].range.lowerBound]
        guard let next = word == "import" ? readImport(place + 1) : readExport(place + 1) else {
          return nil
        }
        place = next
        position = place < tokens.count ? tokens[place].range.lowerBound : source.count
        continue
      default: break
      }
      place += 1
    }
    body += source[position...]
  }

  private func text(_ place: Int) -> String {
    tokens.indices.contains(place) ? script.text(tokens[place]) : ""
  }

  /// Reads what follows `import`; the place after it, nil when it is not understood.
  private mutating func readImport(_ start: Int) -> Int? {
    var place = start
    var bindings: [Binding] = []
    if text(place) == "{" {
      guard let (list, next) = bindingList(place), text(next) == "from" else { return nil }
      (bindings, place) = (list, next + 1)
    }
    return readAddress(place, bindings)
  }

  private mutating func readAddress(_ place: Int, _ bindings: [Binding]) -> Int? {
    guard place < tokens.count, tokens[place].kind == .string else { return nil }
    imports.append(Import(address: String(text(place).dropFirst().dropLast()), bindings: bindings))
    return text(place + 1) == ";" ? place + 2 : place + 1
  }

  /// Reads what follows `export`; the place of what is exported, or after a list of names.
  private mutating func readExport(_ start: Int) -> Int? {
    switch text(start) {
    case "{":
      guard let (list, next) = bindingList(start) else { return nil }
      if text(next) == "from" {
        exports += list.map { Binding(name: $0.local, local: $0.local) }
        return readAddress(next + 1, list)
      }
      exports += list.map { Binding(name: $0.local, local: $0.name) }
      return text(next) == ";" ? next + 1 : next
    case "async", "function", "class":
      let name = text(start) == "async" ? start + 2 : start + 1
      exports.append(Binding(name: text(name), local: text(name)))
    case "const", "let":
      let isPattern = ["[", "{"].contains(text(start + 1))
      var place = isPattern ? start + 2 : start + 1
      repeat {
        guard place < tokens.count, tokens[place].kind == .word else { return nil }
        exports.append(Binding(name: text(place), local: text(place)))
        place += 2
      } while isPattern && text(place - 1) == ","
      guard isPattern ? ["]", "}"].contains(text(place - 1)) : text(place - 1) == "=" else {
        return nil
      }
    default: return nil
    }
    return start
  }

  /// Reads `{ a, b as c }`, and the place after it.
  private func bindingList(_ start: Int) -> ([Binding], Int)? {
    var bindings: [Binding] = []
    var place = start + 1
    while text(place) != "}" {
      guard place < tokens.count, tokens[place].kind == .word else { return nil }
      let isRenamed = text(place + 1) == "as"
      bindings.append(
        Binding(name: text(place), local: text(isRenamed ? place + 2 : place)))
      place += isRenamed ? 3 : 1
      if text(place) == "," { place += 1 }
    }
    return (bindings, place + 1)
  }
}
