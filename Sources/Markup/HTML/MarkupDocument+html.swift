extension MarkupDocument {
  /// The document as HTML: a fragment, UTF-8.
  ///
  /// With ``HTMLOptions/commonMark`` it is byte for byte what cmark-gfm 0.29 writes. Code blocks get
  /// their language as a class (`language-yaml`) and no colours: of the highlighters that Debian
  /// packages as C libraries none carries grammars, so that is left to style sheets and scripts.
  public func html(_ options: HTMLOptions = HTMLOptions()) -> [UInt8] {
    let isFiltered = options.filter && hasRawHTML
    var renderer = HTMLRenderer(self, options, marks: isFiltered)
    let body = renderer.render()
    guard isFiltered else { return body }
    let filter = HTMLFilter(options: options, anchors: Set(outline.headings.map(\.anchor)))
    if let filtered = filter.filter(body) { return filtered }
    renderer = HTMLRenderer(self, options, marks: false)
    renderer.showsRawHTML = true
    return renderer.render()
  }
}
