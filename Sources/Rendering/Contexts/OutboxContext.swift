/// What the page `outbox` shows: the messages that could not be delivered.
public struct OutboxContext: Sendable {
  /// A message that was given up.
  public struct Message: Sendable {
    /// The number that it is named by.
    public var id: Int64
    /// When it was given up, as `2026-01-31T08:00:00.000Z`.
    public var time: String
    /// How it was sent: `email` or `chat`.
    public var channel: String
    /// The title of the article that was shared; nil for a question to experts.
    public var title: String?
    /// The agent whose it is; may be empty.
    public var agent: String
    /// How often it was tried.
    public var attempts: Int
    /// Why it was not delivered.
    public var fault: String
    /// Whether it can be sent again.
    public var isResendable: Bool

    /// A message of its parts.
    public init(
      id: Int64, time: String, channel: String, title: String?, agent: String, attempts: Int,
      fault: String, isResendable: Bool
    ) {
      self.id = id
      self.time = time
      self.channel = channel
      self.title = title
      self.agent = agent
      self.attempts = attempts
      self.fault = fault
      self.isResendable = isResendable
    }
  }

  /// What came of sending one again.
  public enum Outcome: String, Sendable {
    /// It will be sent.
    case sent
    /// It cannot be sent: its share was revoked, or it is sent already.
    case refused
  }

  /// What stands around the page.
  public var frame: DeskFrame
  /// The messages, the last one first.
  public var messages: [Message]
  /// How many there are in all.
  public var total: Int
  /// What came of sending one again; nil where that was not asked.
  public var outcome: Outcome?

  /// Makes a context of its parts.
  public init(frame: DeskFrame, messages: [Message], total: Int, outcome: Outcome? = nil) {
    self.frame = frame
    self.messages = messages
    self.total = total
    self.outcome = outcome
  }
}

extension TemplateLibrary {
  /// The page `outbox`, whole.
  public func outbox(_ context: OutboxContext) -> [UInt8] {
    let templates = localized(context.frame.language)
    return templates.bytes("outbox", context.fields(templates.strings))
  }
}

extension OutboxContext {
  /// The fields that the template names.
  func fields(_ strings: StringTable) -> TemplateValues {
    var fields = frame.fields(strings)
    fields["isOutbox"] = true
    fields["isEmpty"] = messages.isEmpty
    fields["messages"] = messages.map { $0.fields(strings) }
    fields.set("done", outcome.map { strings["outboxDone-\($0.rawValue)"] })
    fields.set("more", total > messages.count ? strings.count("outboxTotal", total) : nil)
    return fields
  }
}

extension OutboxContext.Message {
  fileprivate func fields(_ strings: StringTable) -> TemplateValues {
    let format = LocaleFormat(strings.language)
    let title = title ?? strings["expertMailSubject"]
    var fields: TemplateValues = [
      "id": "\(id)", "when": format.date(iso: String(time.prefix(10))), "whenISO": time,
      "channel": strings[channel == "email" ? "deskMail" : "deskChat"], "title": title,
      "agent": agent, "attempts": format.number(attempts), "fault": fault,
    ]
    if isResendable {
      fields["resend"] =
        ["label": strings.format("outboxResendThis", ["title": title])] as TemplateValues
    }
    return fields
  }
}
