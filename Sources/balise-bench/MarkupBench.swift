import FileSystem
import Markup

/// Parses and renders the Markdown files of a folder, on one core.
struct MarkupBench {
  let folder: String

  func run() throws {
    let files = try FolderListing(folder).files.filter { $0.path.hasSuffix(".md") }
      .map { try FileSystem.read(folder + "/" + $0.path) }
    let bytes = files.reduce(0) { $0 + $1.count }
    let parser = MarkupParser()
    let options = HTMLOptions()
    var documents: [MarkupDocument] = []
    let parsing = Bench.least(of: 5) { documents = files.map { parser.parse($0) } }
    var output = 0
    let rendering = Bench.least(of: 5) {
      output = documents.reduce(0) { $0 + $1.html(options).count }
    }
    print("\(files.count) files, \(bytes) bytes of Markdown, \(output) of HTML, one core")
    print("parse   \(speed(bytes, parsing))")
    print("render  \(speed(bytes, rendering))")
  }

  private func speed(_ bytes: Int, _ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return "\(Int((seconds * 1000).rounded())) ms  \(Int(Double(bytes) / seconds / 1e6)) MB/s"
  }
}
