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

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "balise",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "balise", targets: ["balise"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    // System libraries. Each folder holds a module map and a shim that says what it works around.
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // The bottom: no local imports.
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "FileSystem", swiftSettings: strictWithC),
    .target(name: "Compression", dependencies: ["CZlib", "CBrotli"], swiftSettings: strictWithC),
    .target(name: "Digest", dependencies: ["CCrypto"], swiftSettings: strictWithC),
    // Pango and Cairo, loaded when the first picture is drawn.
    .target(name: "CPangoCairo"),
    .target(name: "SocialImages", dependencies: ["CPangoCairo"], swiftSettings: strictWithC),

    // The pure stages: bytes in, values out.
    .target(
      name: "Markup", dependencies: ["Diagnostics", "CCmarkGFM", "CLibXML2"],
      swiftSettings: strictWithC),
    .target(
      name: "Content", dependencies: ["Diagnostics", "Markup", yams], swiftSettings: strict),
    .target(name: "Search", dependencies: ["CStemmer"], swiftSettings: strictWithC),
    .target(
      name: "Rendering", dependencies: ["Content", "Diagnostics", "Markup", mustache],
      swiftSettings: strict, plugins: ["EmbedTheme"]),

    // The stages that touch the world.
    .target(name: "BuiltSite", dependencies: ["FileSystem", "Search"], swiftSettings: strict),
    .target(
      name: "SiteBuild",
      dependencies: [
        "Content", "Compression", "Diagnostics", "Digest", "FileSystem", "BuiltSite", "Markup",
        "Rendering", "Search", "SocialImages",
      ],
      swiftSettings: strict),
    .target(name: "EventLog", dependencies: [grdb], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Content", "EventLog"], swiftSettings: strict),
    .target(name: "Transfer", dependencies: ["CCurl"], swiftSettings: strictWithC),
    .target(
      name: "Delivery", dependencies: ["Digest", "EventLog", "Transfer"], swiftSettings: strict),
    .target(
      name: "OpenID", dependencies: ["Content", "Digest", "Transfer", jwtKit],
      swiftSettings: strict),
    .target(
      name: "Companion",
      dependencies: [
        "Compression", "Content", "Delivery", "Digest", "EventLog", "FileSystem", "BuiltSite",
        "OpenID", "Rendering", "Reports", "Search", hummingbird, logging,
      ],
      swiftSettings: strict),

    // The command line.
    .executableTarget(
      name: "balise",
      dependencies: [
        "Companion", "Content", "Delivery", "Diagnostics", "Digest", "EventLog", "FileSystem",
        "BuiltSite", "Markup", "Rendering", "Reports", "Search", "SiteBuild", argumentParser,
        logging,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "balise-bench",
      dependencies: [
        "Content", "Diagnostics", "FileSystem", "BuiltSite", "Markup", "Search", "SiteBuild",
      ],
      swiftSettings: strict),

    // The default theme, carried inside the binary.
    .executableTarget(name: "embed-theme", swiftSettings: strict),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),

    // Tests.
    .target(name: "TestSupport", dependencies: ["FileSystem"], swiftSettings: strict),
  ]
    + [
      "BuiltSite", "Companion", "Compression", "Content", "Delivery", "Diagnostics", "Digest",
      "EventLog", "FileSystem", "Markup", "OpenID", "Rendering", "Reports", "Search", "SiteBuild",
      "SocialImages",
    ].map(tests)
)

/// The tests of one library, with the data that lies beside them.
func tests(of name: String) -> Target {
  let data = [
    "Diagnostics": ["Goldens"], "Markup": ["GFM"], "Content": ["Goldens"], "Rendering": ["Goldens"],
    "SiteBuild": ["Goldens"],
  ]
  let dependencies: [String: [Target.Dependency]] = [
    "BuiltSite": ["Search"],
    "Companion": [
      "BuiltSite", "Compression", "Delivery", "Digest", "EventLog", "FileSystem", "Rendering",
      "Search", hummingbird, logging,
    ],
    "Content": ["Diagnostics", "Markup"],
    "Delivery": ["Digest", "EventLog"],
    "EventLog": [grdb],
    "Markup": ["Diagnostics"],
    "OpenID": ["Content", "Transfer", jwtKit],
    "Rendering": ["Content", "Diagnostics", "Markup"],
    "Reports": ["Content", "EventLog"],
    "SiteBuild": ["BuiltSite", "Content", "Diagnostics", "FileSystem", "Search"],
  ]
  return .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + (dependencies[name] ?? []),
    exclude: data[name] ?? [], swiftSettings: strict)
}
