public import Content
import Foundation

/// When files were last committed, as far as the repository honestly knows.
public struct GitHistory: Sendable {
  /// The day of each file's last commit, by path below the folder that was asked about.
  public private(set) var lastCommits: [String: CalendarDate] = [:]
  /// The commit that is checked out; empty outside a repository.
  public private(set) var head = ""
  /// Whether the repository holds only the newest commits, which say nothing about dates.
  public private(set) var isShallow = false

  /// A history that knows nothing.
  public init() {}

  /// Asks git about a folder.
  ///
  /// Outside a repository, without git, and in a shallow clone no file has a date: all would seem
  /// to have changed with the oldest commit that was fetched.
  ///
  /// - Parameters:
  ///   - folder: the folder whose files are wanted.
  ///   - readsDates: whether dates are needed at all; without them only ``head`` is read.
  public init(of folder: String, readsDates: Bool = true) {
    guard
      let state = Self.git(["rev-parse", "HEAD", "--is-shallow-repository"], in: folder)?
        .split(separator: "\n"), state.count == 2
    else { return }
    head = String(state[0])
    isShallow = state[1] == "true"
    guard readsDates, !isShallow else { return }
    let arguments = [
      "-c", "core.quotePath=false", "log", "--no-renames", "--relative", "--name-only", "-z",
      "--format=%x01%cs", "--", ".",
    ]
    guard let log = Self.git(arguments, in: folder) else { return }
    for commit in log.split(separator: "\u{1}") {
      var parts = commit.split { $0 == "\0" || $0 == "\n" }.makeIterator()
      guard let day = parts.next(), let date = CalendarDate(String(day)) else { continue }
      while let path = parts.next() {
        // Commits come newest first.
        if lastCommits[String(path)] == nil { lastCommits[String(path)] = date }
      }
    }
  }

  private static func git(_ arguments: [String], in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
