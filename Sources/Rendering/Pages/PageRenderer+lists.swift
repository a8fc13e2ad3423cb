import Content

extension PageRenderer {
  /// The pages of every category, tag and difficulty of a language.
  ///
  /// Categories and difficulties of `site.yaml` have a page even while they are empty, so that no
  /// address comes and goes; a tag has one where an article uses it.
  func listPages(_ language: LanguageSite) -> [Page] {
    let strings = language.strings
    return [
      (language.categories, "category", "categoriesHeading", "categories"),
      (language.difficulties, "difficulty", "difficultiesHeading", "difficulty"),
      (language.tags, "tag", "tagsHeading", "tags"),
    ].flatMap { groups, label, siblings, folder in
      groups.flatMap { group in
        pages(
          of: group, among: groups, label: strings[label], siblingsLabel: strings[siblings],
          folder: folder, language)
      }
    }
  }

  private func pages(
    of group: LanguageSite.Group, among groups: [LanguageSite.Group], label: String,
    siblingsLabel: String, folder: String, _ language: LanguageSite
  ) -> [Page] {
    let count = max(1, (group.articles.count + Self.pageSize - 1) / Self.pageSize)
    return (1...count).map { number in
      let path = Self.path(of: group, page: number)
      return Page(path: Self.file(path)) {
        renderList(
          group, groups, label: label, siblingsLabel: siblingsLabel, folder: folder,
          page: (number, count), language)
      }
    }
  }

  private static func path(of group: LanguageSite.Group, page: Int) -> String {
    page == 1 ? group.path : "\(group.path)page/\(page)/"
  }

  private func renderList(
    _ group: LanguageSite.Group, _ groups: [LanguageSite.Group], label: String,
    siblingsLabel: String, folder: String, page: (number: Int, count: Int),
    _ language: LanguageSite
  ) -> String {
    let strings = language.strings
    let position = strings.format(
      "pagePosition", ["page": String(page.number), "pages": String(page.count)])
    var title = group.label
    if page.number > 1 { title += " · \(position)" }
    let count = strings.count("articles", group.articles.count)
    let description = group.description.isEmpty ? "\(group.label) · \(count)" : group.description
    var head = PageHead(kind: "list", title: title, description: description)
    let path = Self.path(of: group, page: page.number)
    head.canonical = path
    head.isHidden = group.articles.isEmpty
    for other in languages {
      guard let twin = other.groups(folder).first(where: { $0.key == group.key }) else { continue }
      head.switches[other.code.rawValue] = twin.path
      if page.number == 1 { head.alternates.append((other.code.rawValue, twin.path)) }
    }
    var values = layout(head, language)
    values["label"] = label
    values["heading"] = group.label
    if !group.icon.isEmpty { values["emblem"] = group.icon }
    if !group.description.isEmpty { values["lead"] = group.description }
    values["count"] = count
    let start = (page.number - 1) * Self.pageSize
    let end = min(group.articles.count, start + Self.pageSize)
    values["cards"] = group.articles[start..<end].map { card($0, in: language) }.joined()
    values["isEmpty"] = group.articles.isEmpty
    addFilters(of: group, folder: folder, in: language, to: &values)
    values["siblingsLabel"] = siblingsLabel
    let siblings = siblings(of: group, among: groups)
    values["hasSiblings"] = siblings.count > 1
    values["siblings"] = siblings.map { sibling -> TemplateValues in
      var item = fields(sibling)
      item["count"] = language.locale.number(sibling.articles.count)
      item["isCurrent"] = sibling.key == group.key
      return item
    }
    if page.count > 1 {
      var paging: TemplateValues = ["position": position]
      paging.set(
        "previous",
        page.number > 1 ? context.href(Self.path(of: group, page: page.number - 1)) : nil)
      paging.set(
        "next",
        page.number < page.count ? context.href(Self.path(of: group, page: page.number + 1)) : nil)
      values["paging"] = paging
    }
    return language.templates.render("list", values)
  }

  /// The groups to go to from a group: those with articles; of very many, the fullest.
  private func siblings(
    of group: LanguageSite.Group, among groups: [LanguageSite.Group]
  ) -> [LanguageSite.Group] {
    let filled = groups.enumerated().filter {
      !$0.element.articles.isEmpty || $0.element.key == group.key
    }
    guard filled.count > 24 else { return filled.map(\.element) }
    let fullest = filled.sorted {
      ($1.element.articles.count, $0.offset) < ($0.element.articles.count, $1.offset)
    }.prefix(24)
    return fullest.sorted { $0.offset < $1.offset }.map(\.element)
  }
}

extension LanguageSite {
  /// The groups that have pages below a folder.
  func groups(_ folder: String) -> [Group] {
    switch folder {
    case "categories": categories
    case "difficulty": difficulties
    default: tags
    }
  }
}
