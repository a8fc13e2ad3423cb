import BuiltSite
import FileSystem
import Reports

extension ReportedSite {
  /// The site that a build left in a folder, with what it left beside it for agents alone.
  init(folder: String) {
    func bytes(_ path: String) -> [UInt8] { (try? FileSystem.read(path)) ?? [] }
    let agents = BuildReport.agentsFolder(ofSite: folder)
    self.init(
      articlesJSON: [bytes(folder + "/articles.json"), bytes(agents + "/articles.json")],
      siteJSON: bytes(folder + "/site.json"),
      languages: BuildReport(site: folder)?.languages ?? [])
  }
}
