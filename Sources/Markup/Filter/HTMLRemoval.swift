/// Something of a raw tag that does not reach the page.
struct HTMLRemoval {
  /// One sentence for the writer.
  var message: String

  /// What is removed of a tag.
  static func all(in tag: HTMLTag) -> [HTMLRemoval] {
    guard HTMLPolicy.allows(tag.name) else {
      let content = HTMLPolicy.dropsContent(tag.name) ? " with its content" : ""
      return [HTMLRemoval(message: "the element '\(tag.name)' is removed\(content)")]
    }
    return tag.attributes.compactMap { attribute in
      guard HTMLPolicy.allows(attribute: attribute.name, of: tag.name) else {
        return HTMLRemoval(
          message: "the attribute '\(attribute.name)' of '\(tag.name)' is removed")
      }
      guard HTMLPolicy.isAddress(attribute.name, of: tag.name), attribute.name != "srcset" else {
        return nil
      }
      let use: AddressPolicy.Use = attribute.name == "href" ? .link : .media
      guard !AddressPolicy.allowsRaw(attribute.decodedValue.utf8, use) else { return nil }
      return HTMLRemoval(
        message: "the address '\(attribute.decodedValue)' of '\(tag.name)' is removed")
    }
  }
}
