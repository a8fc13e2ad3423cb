import Delivery
import EventLog
import Rendering

/// Words the mail by which experts are asked what an agent does not know.
struct ExpertMail: Sendable {
  let services: CompanionServices

  /// The mail that tells of a request; nil unless it is for experts, and the site says who they are.
  ///
  /// An answer to it goes to the conversation, where the site says how.
  func message(_ request: HelpRequest, _ call: Call) -> MailMessage? {
    guard request.kind == .expert, let from = services.delivery.sender(call.site),
      let experts = services.delivery.experts(call.site, language: request.language)
    else { return nil }
    let site = call.site.description.languages[request.language]?.title ?? from.name
    let context = ExpertMailContext(
      language: request.language, site: site, agent: request.agent ?? "",
      text: request.text ?? "", facts: facts(request, call),
      url: address("/desk/reports#report-requests", call))
    return MailMessage(
      from: from, to: experts,
      replyTo: try? services.delivery.replyTo(call.site, conversation: request.conversationID),
      subject: "\(from.name.isEmpty ? site : from.name): "
        + services.templates.text("expertMailSubject", in: request.language),
      text: services.templates.expertMailText(context),
      html: services.templates.expertMailHTML(context), language: request.language,
      messageID: request.id + from.address.drop { $0 != "@" },
      milliseconds: request.time.milliseconds)
  }

  /// What is known besides the question, as texts of the interface and values.
  private func facts(_ request: HelpRequest, _ call: Call) -> [(key: String, value: String)] {
    let article = request.articleID.flatMap { call.site.articleForAgents(id: $0) }
    let version = article?.version(for: request.language, else: call.site.languages)?.1
    let facts: [(String, String?)] = [
      ("reportColumn-article", version.map { "\($0.title) \(address($0.url, call))" }),
      ("reportColumn-query", request.query), ("deskConversationID", request.conversationID),
    ]
    return facts.compactMap { key, value in value.map { (key, $0) } }
  }

  /// The whole address of a path of the site.
  private func address(_ path: String, _ call: Call) -> String {
    var base = services.address(call)[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    // Addresses of articles have the site's folder, which the base address has too.
    let folder = call.site.basePath
    let rest =
      !folder.isEmpty && path.hasPrefix(folder + "/") ? path.dropFirst(folder.count) : path[...]
    return String(base + rest)
  }
}
