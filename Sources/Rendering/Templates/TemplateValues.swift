/// What a template is rendered with: values by the names it may use.
typealias TemplateValues = [String: any Sendable]
