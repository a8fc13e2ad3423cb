import Foundation
import GRDB

extension EventWriter {
  static func write(_ event: ProgramEvent, to database: Database) throws {
    try run(
      "INSERT INTO program_day (day, kind, count) VALUES (?, ?, 1) "
        + "ON CONFLICT DO UPDATE SET count = count + 1",
      [event.time.day, event.kind.rawValue], database)
  }

  static func write(_ vote: VoteEvent, to database: Database) throws {
    let article = vote.articleID.bounded(to: TextLimit.identifier)
    let visitor = Data(vote.visitor.prefix(TextLimit.hash))
    let helpful = vote.isHelpful.map { $0 ? 1 : 0 }
    let reason = vote.reason?.bounded(to: TextLimit.language)
    let comment = vote.comment?.text.bounded(to: TextLimit.note)
    // Another opinion takes the reason and the comment of the one before with it.
    try run(
      """
      INSERT INTO vote
        (article, visitor, time, language, helpful, rating, reason, comment, audience)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET
        time = excluded.time, language = excluded.language, audience = excluded.audience,
        helpful = IFNULL(excluded.helpful, helpful), rating = IFNULL(excluded.rating, rating),
        reason = IFNULL(excluded.reason, CASE WHEN \(isOtherOpinion) THEN NULL ELSE reason END),
        comment = IFNULL(excluded.comment, CASE WHEN \(isOtherOpinion) THEN NULL ELSE comment END)
      """,
      [
        article, visitor, vote.time.milliseconds, vote.language.bounded(to: TextLimit.language),
        helpful, vote.rating, reason, comment, vote.audience.rawValue,
      ], database)
  }

  private static let isOtherOpinion =
    "excluded.helpful <> vote.helpful OR excluded.rating <> vote.rating"

  static func write(_ request: HelpRequest, to database: Database) throws {
    let request = request.screened
    try run(
      """
      INSERT INTO request (id, kind, time, article, language, query, text, agent, conversation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        request.id, request.kind.rawValue, request.time.milliseconds, request.articleID,
        request.language, request.query, request.text, request.agent, request.conversationID,
      ], database)
  }

  static func write(_ solved: SolvedEvent, to database: Database) throws {
    try run(
      "INSERT INTO solved (time, article, language, agent, conversation) VALUES (?, ?, ?, ?, ?)",
      [
        solved.time.milliseconds, solved.articleID.bounded(to: TextLimit.identifier),
        solved.language.bounded(to: TextLimit.language),
        solved.agent.bounded(to: TextLimit.identifier),
        solved.conversationID?.bounded(to: TextLimit.identifier),
      ], database)
  }

  static func write(_ outcome: ShareOutcomeEvent, to database: Database) throws {
    try run(
      "INSERT OR IGNORE INTO share_outcome (share, kind, time) VALUES (?, ?, ?)",
      [
        outcome.shareID.bounded(to: TextLimit.identifier), outcome.kind.rawValue,
        outcome.time.milliseconds,
      ], database)
  }
}
