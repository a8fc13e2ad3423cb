extension MarkupDocument {
  /// The plain text of each paragraph in order, for measuring how it reads; computed on each access.
  ///
  /// Paragraphs of lists, quotes and footnotes are included; headings, tables, code and raw HTML are not
  /// sentences and are left out, and the markers of callouts too.
  public var paragraphs: [[UInt8]] {
    let plain = PlainText(nodes: nodes, pool: pool)
    var markers: [Int32: Int] = [:]
    for callout in callouts { markers[callout.marker] = callout.markerCount }
    return nodes.indices.compactMap { place in
      guard nodes[place].kind == .paragraph else { return nil }
      var text: [UInt8] = []
      plain.append(inlinesOf: Int32(place), to: &text)
      text.removeFirst(min(text.count, markers[nodes[place].firstChild] ?? 0))
      return text.isEmpty ? nil : text
    }
  }
}
