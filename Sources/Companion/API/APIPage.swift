import Foundation
import Rendering

/// The API's description as a page to read, made from the document that programs read.
struct APIPage {
  /// What stands before the addresses of the server's files.
  let basePath: String
  /// The theme's style sheet; nil if the build has none.
  let styleSheet: String?

  /// The methods in the order in which they are shown.
  private static let methods = ["get", "post", "put", "patch", "delete"]

  /// The page of a description.
  func html(_ description: [UInt8]) -> [UInt8] {
    let document =
      (try? JSONSerialization.jsonObject(with: Data(description))) as? [String: Any] ?? [:]
    let paths = document["paths"] as? [String: [String: Any]] ?? [:]
    var html = head
    html += "<h1>API</h1>\n<p>" + HTMLText.escaped(text(document, "info", "description"))
    html += " <a href=\"\(basePath)/api/openapi.json\">openapi.json</a></p>\n<nav><ul>\n"
    let operations = paths.sorted { $0.key < $1.key }.flatMap { path, methods in
      Self.methods.compactMap { method in
        (methods[method] as? [String: Any]).map { (path, method, $0) }
      }
    }
    for (path, method, operation) in operations {
      html += "<li><a href=\"#\(HTMLText.escaped(text(operation, "operationId")))\">"
      html += "<code>\(method.uppercased()) \(HTMLText.escaped(path))</code></a> "
      html += HTMLText.escaped(text(operation, "summary")) + "</li>\n"
    }
    html += "</ul></nav>\n"
    for (path, method, operation) in operations {
      html += section(path, method, operation)
    }
    let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:]
    html += "<h2>Schemas</h2>\n"
    for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) {
      html +=
        "<section id=\"schema-\(HTMLText.escaped(name))\"><h3>\(HTMLText.escaped(name))</h3>\n"
      html += fields(schema as? [String: Any] ?? [:]) + "</section>\n"
    }
    return Array((html + "</main>\n</body>\n</html>\n").utf8)
  }

  private var head: String {
    let sheets = [styleSheet, "\(basePath)/desk/assets/api.css"].compactMap { $0 }
      .map { "<link rel=\"stylesheet\" href=\"\(HTMLText.escaped($0))\">\n" }.joined()
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>API</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      \(sheets)</head>
      <body class="api">
      <main>

      """
  }

  private func section(_ path: String, _ method: String, _ operation: [String: Any]) -> String {
    var html = "<section id=\"\(HTMLText.escaped(text(operation, "operationId")))\">\n"
    html += "<h2><code>\(method.uppercased()) \(HTMLText.escaped(path))</code></h2>\n"
    html += "<p>\(HTMLText.escaped(text(operation, "summary")))"
    html += operation["security"] == nil ? "</p>\n" : " <em>Agents only.</em></p>\n"
    let parameters = operation["parameters"] as? [[String: Any]] ?? []
    if !parameters.isEmpty {
      html += "<table><thead><tr><th>parameter</th><th>in</th><th>type</th><th>what</th></tr>"
      html += "</thead><tbody>\n"
      for parameter in parameters {
        html += "<tr><td><code>\(HTMLText.escaped(text(parameter, "name")))</code></td>"
        html += "<td>\(HTMLText.escaped(text(parameter, "in")))</td>"
        html += "<td>\(type(parameter["schema"]))</td>"
        html += "<td>\(HTMLText.escaped(text(parameter, "description")))</td></tr>\n"
      }
      html += "</tbody></table>\n"
    }
    if let body = schema(in: operation["requestBody"]) { html += "<p>Body: \(type(body))</p>\n" }
    html += "<ul>\n"
    let responses = operation["responses"] as? [String: [String: Any]] ?? [:]
    for (status, response) in responses.sorted(by: { $0.key < $1.key }) {
      html +=
        "<li><code>\(HTMLText.escaped(status))</code> \(HTMLText.escaped(text(response, "description")))"
      if let schema = schema(in: response), Int(status) ?? 0 < 400 { html += " \(type(schema))" }
      html += "</li>\n"
    }
    return html + "</ul>\n</section>\n"
  }

  private func fields(_ schema: [String: Any]) -> String {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    guard !properties.isEmpty else { return "<p>\(type(schema))</p>\n" }
    let required = Set(schema["required"] as? [String] ?? [])
    var html = "<table><thead><tr><th>field</th><th>type</th><th>what</th></tr></thead><tbody>\n"
    for (name, property) in properties.sorted(by: { $0.key < $1.key }) {
      html +=
        "<tr><td><code>\(HTMLText.escaped(name))</code>\(required.contains(name) ? "" : " ?")</td>"
      html += "<td>\(type(property))</td>"
      html += "<td>\(HTMLText.escaped(text(property, "description")))</td></tr>\n"
    }
    return html + "</tbody></table>\n"
  }

  /// A schema in a few words, with links to the named ones.
  private func type(_ schema: Any?) -> String {
    guard let schema = schema as? [String: Any] else { return "any" }
    if let reference = (schema["$ref"] as? String)?.split(separator: "/").last {
      return
        "<a href=\"#schema-\(HTMLText.escaped(String(reference)))\">\(HTMLText.escaped(String(reference)))</a>"
    }
    if let values = schema["enum"] as? [Any] {
      return values.map { "<code>\(HTMLText.escaped("\($0)"))</code>" }.joined(separator: " | ")
    }
    if let value = schema["const"] { return "<code>\(HTMLText.escaped("\(value)"))</code>" }
    if let choices = (schema["anyOf"] ?? schema["oneOf"]) as? [Any] {
      return choices.map { type($0) }.joined(separator: " | ")
    }
    if let items = schema["items"] { return "list of \(type(items))" }
    let name =
      (schema["type"] as? [String])?.joined(separator: " | ") ?? schema["type"] as? String ?? "any"
    return HTMLText.escaped(name)
  }

  private func schema(in value: Any?) -> Any? {
    let content = (value as? [String: Any])?["content"] as? [String: [String: Any]]
    return content?.values.compactMap { $0["schema"] }.first
  }

  private func text(_ value: [String: Any], _ path: String...) -> String {
    var current: Any? = value
    for name in path { current = (current as? [String: Any])?[name] }
    return current as? String ?? ""
  }
}
