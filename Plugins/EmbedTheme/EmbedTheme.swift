import Foundation
import PackagePlugin

/// Compiles `templates/` into the `Rendering` module, so that the binary works anywhere.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "DefaultTheme+files.swift")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let inputs = (files?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
    return [
      .buildCommand(
        displayName: "Embedding the default theme",
        executable: try context.tool(named: "embed-theme").url,
        arguments: [folder.path, output.path],
        inputFiles: inputs.sorted { $0.path < $1.path },
        outputFiles: [output])
    ]
  }
}
