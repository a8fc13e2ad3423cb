// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled in Swift 6 mode with explicit existentials and imports, and a warning
/// is an error, so that what lands is what a reader would have written by hand.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// For targets that call C: each unsafe use must then read `unsafe`.
let strictWithC = strict + [.strictMemorySafety()]

let package = Package(
  name: "balise",
  platforms: [.macOS(.v15)],
  targets: [
    // System libraries. Each folder holds a module map and a shim that says what it works around.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // The bottom: no local imports.
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "FileSystem", swiftSettings: strictWithC),
    .target(name: "Compression", dependencies: ["CZlib", "CBrotli"], swiftSettings: strictWithC),
    .target(name: "Digest", dependencies: ["CCrypto"], swiftSettings: strictWithC),

    // Tests.
    .target(name: "TestSupport", swiftSettings: strict),
  ]
    + ["Diagnostics", "FileSystem", "Compression", "Digest"].map { name in
      .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"],
        exclude: name == "Diagnostics" ? ["Goldens"] : [], swiftSettings: strict)
    }
)
