import Compression
import Foundation
import TestSupport
import Testing

@Suite struct `Compressed responses` {
  private static let samples: [[UInt8]] = [
    [], [0x61], Array(String(repeating: "état de charge, ", count: 5000).utf8),
    (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) },
  ]

  @Test(arguments: samples)
  func `gzip is what the gzip program reads`(bytes: [UInt8]) throws {
    let packed = try #require(Compression.gzip(bytes))
    #expect(try unpacked(packed, with: ["gzip", "-dc"]) == bytes)
    if bytes.count == 80_000 { #expect(packed.count < bytes.count / 20) }
  }

  @Test(arguments: samples)
  func `brotli is what the brotli program reads`(bytes: [UInt8]) throws {
    let packed = try #require(Compression.brotli(bytes))
    #expect(try unpacked(packed, with: ["brotli", "-dc"]) == bytes)
  }

  private func unpacked(_ bytes: [UInt8], with command: [String]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let input = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: folder.write(bytes, to: "packed")))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = input
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(data)
  }
}
