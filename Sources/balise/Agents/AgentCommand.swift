public import ArgumentParser
public import EventLog

/// `balise agent`: the people who may use the agent desk, and their tokens.
struct AgentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agent",
    abstract: "Add, list and revoke the people who may use the desk, and their tokens.",
    discussion: """
      Examples:
        balise agent add "Marie Tremblay"
        balise agent add "Paul Roy" --role admin --no-token
        balise agent link "Marie Tremblay" --base-url https://help.example.com
        balise agent token "Marie Tremblay" --label helpdesk --scope shares --expires 90d
        balise agent list
        balise agent revoke "Marie Tremblay"
      """,
    subcommands: [
      AddAgentCommand.self, ListAgentsCommand.self, SetRoleCommand.self, SignInLinkCommand.self,
      PassphraseCommand.self, ForgetAccountCommand.self, AddTokenCommand.self,
      ListTokensCommand.self, RevokeTokenCommand.self, RevokeAgentCommand.self,
    ])
}

extension AgentRole: ExpressibleByArgument {}
extension AccessScope: ExpressibleByArgument {}
