import Content

extension PageRenderer {
  /// What the server needs to know: by language, the title, the search form with nothing
  /// chosen, and where people can be asked; and whose pages may carry the widget.
  func siteTable() -> JSONText {
    .object([
      (
        "languages",
        .object(
          languages.map { language in
            var words: [(String, JSONText)] = [
              ("title", .string(context.site.title.text(in: language.code, context.site, or: "")))
            ]
            if let contact = context.site.contactURL(in: language.code) {
              words.append(("contact", .string(contact)))
            }
            words.append(("search", table(searchForm(in: language.code))))
            return (language.code.rawValue, .object(words))
          })
      ),
      ("origins", .array(context.site.widgetOrigins.map { .string($0.description) })),
    ])
  }

  private func table(_ form: SearchFormContext) -> JSONText {
    .object([
      ("action", .string(form.action)), ("module", .string(form.module)),
      ("categories", table(form.categories)), ("difficulties", table(form.difficulties)),
      ("tags", table(form.tags)),
    ])
  }

  private func table(_ choices: [SearchFormContext.Choice]) -> JSONText {
    .array(
      choices.map {
        .object([
          ("key", .string($0.key)), ("label", .string($0.label)), ("icon", .string($0.icon)),
        ])
      })
  }
}
