/// What the routes do that operators and programs use, for the API's description.
enum ServiceOperations {
  static let health = Operation(
    id: "health", summary: "Whether the process answers.",
    replies: [
      .init(
        status: 200, description: "It does.",
        schema: .fields([
          "type": "object", "required": ["status"],
          "properties": .fields(["status": .fields(["const": "ok"])]),
        ]))
    ], standsAlone: true)

  static let readiness = Operation(
    id: "readiness", summary: "Whether the site is loaded and the event log answers.",
    replies: [
      .json(200, "Readiness", "Both."),
      .json(503, "Readiness", "The event log does not answer."),
    ])

  static let metrics = Operation(
    id: "metrics", summary: "Numbers for Prometheus.",
    replies: [
      .init(
        status: 200, description: "Prometheus' text format.", schema: .text,
        type: "text/plain; version=0.0.4")
    ], problems: [404], standsAlone: true)

  static let description = Operation(
    id: "description", summary: "This description.",
    replies: [
      .init(
        status: 200, description: "An OpenAPI 3.1 document.", schema: .fields(["type": "object"]))
    ], standsAlone: true)
}
