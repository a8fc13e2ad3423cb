import ArgumentParser

/// Where content, templates and the site are.
struct FolderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder with site.yaml and the articles.", valueName: "folder"),
    completion: .directory)
  var content = "content"

  @Option(
    help: ArgumentHelp("The folder with templates of your own.", valueName: "folder"),
    completion: .directory)
  var templates = "templates"

  @Option(
    help: ArgumentHelp("The folder that the site is written to.", valueName: "folder"),
    completion: .directory)
  var output = "site"
}
