/// `/<lang>/opensearch.xml`: how a browser's address bar can ask the search page.
struct OpenSearchDescription {
  var language: String
  var title: String
  var description: String
  var searchURL: String
  var ownURL: String
  var iconURL: String?

  /// The whole file.
  ///
  /// The names have the lengths that OpenSearch allows.
  var document: String {
    func xml(_ text: String) -> String { HTMLText.xml(text) }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
      <ShortName>\(xml(String(title.prefix(16))))</ShortName>
      <LongName>\(xml(String(title.prefix(48))))</LongName>
      <Description>\(xml(String(description.prefix(1024))))</Description>
      <Language>\(xml(language))</Language>
      <InputEncoding>UTF-8</InputEncoding>
      <OutputEncoding>UTF-8</OutputEncoding>
      <Url type="text/html" rel="results" template="\(xml(searchURL))?q={searchTerms}"/>
      <Url type="application/opensearchdescription+xml" rel="self" template="\(xml(ownURL))"/>

      """
    if let iconURL { text += "<Image type=\"image/svg+xml\">\(xml(iconURL))</Image>\n" }
    return text + "</OpenSearchDescription>\n"
  }
}
