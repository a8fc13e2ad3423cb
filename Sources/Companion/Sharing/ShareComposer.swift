import Delivery
import EventLog
import HTTPTypes
import Rendering

/// Words a share: what the agent copies, and what is sent.
struct ShareComposer: Sendable {
  let services: CompanionServices

  /// What is shared.
  struct Subject {
    let link: ShareLink
    /// The whole address of the link.
    let url: String
    let language: String
    let version: ListedArticle.Version
    let request: ShareRequest
    let agent: String
  }

  /// The message that the agent copies, or the chat gets.
  func message(_ subject: Subject, _ site: SiteSnapshot) -> ShareMessage {
    let steps = steps(subject, site)
    return ShareMessage(
      title: subject.version.title, description: subject.version.description ?? "",
      url: subject.url, language: subject.language, note: subject.request.note,
      cautions: steps?.cautions ?? [], steps: steps?.steps ?? [])
  }

  /// What is sent; nil for a link that the agent passes on.
  func outgoing(_ subject: Subject, _ site: SiteSnapshot) throws -> OutgoingMessage? {
    switch subject.request.channel {
    case .link: return nil
    case .chat: return .chat(try chat(subject, site))
    case .email: return .mail(try mail(subject, site))
    }
  }

  private func chat(_ subject: Subject, _ site: SiteSnapshot) throws -> ChatMessage {
    guard services.delivery.routes(site).chat != nil else {
      throw Self.unavailable("chat", "sharing.chat")
    }
    let message = message(subject, site)
    return ChatMessage(
      id: subject.link.id, conversationID: subject.request.conversationID ?? "",
      title: message.title, url: message.url, language: message.language, text: message.text,
      markdown: message.markdown)
  }

  private func mail(_ subject: Subject, _ site: SiteSnapshot) throws -> MailMessage {
    guard let from = services.delivery.sender(site), let to = subject.request.recipient else {
      throw Self.unavailable("email", "sharing.mail")
    }
    let request = subject.request
    let title = site.description.languages[subject.language]?.title ?? from.name
    let name = from.name.isEmpty ? title : from.name
    let steps = steps(subject, site)
    let context = MailContext(
      language: subject.language, site: title, agent: subject.agent,
      customer: request.customer?.displayName ?? "",
      company: request.customer?.displayCompany ?? "",
      product: request.customer?.displayProduct ?? [], note: request.note ?? "",
      title: subject.version.title, description: subject.version.description ?? "",
      cautions: steps?.cautions ?? [], steps: steps?.steps ?? [], url: subject.url)
    let domain = from.address.drop { $0 != "@" }
    return MailMessage(
      from: from, to: to,
      replyTo: try request.replyTo
        ?? services.delivery.replyTo(site, conversation: request.conversationID),
      subject: "\(name): \(subject.version.title)", text: services.templates.mailText(context),
      html: services.templates.mailHTML(context), language: subject.language,
      messageID: subject.link.id + domain, milliseconds: Timestamp.now.milliseconds)
  }

  private func steps(_ subject: Subject, _ site: SiteSnapshot) -> ArticleSteps? {
    guard subject.request.hasSteps else { return nil }
    let path = subject.version.url.dropFirst(site.basePath.count).drop { $0 == "/" } + "index.md"
    return site.files[String(path)].map {
      ArticleSteps(markdown: String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  private static func unavailable(_ channel: String, _ key: String) -> ProblemDetails {
    ProblemDetails(
      status: .notImplemented, code: "channel-unavailable",
      detail: "this server does not send to '\(channel)': '\(key)' of site.yaml is not set up, or "
        + "its variables are missing from the server's environment; use 'link' and send its text",
      field: "channel")
  }
}
