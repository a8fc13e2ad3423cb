/// How a site differs from the default theme, from `theme` in `site.yaml`; what is nil stays.
public struct SiteTheme: Sendable {
  /// A colour in both schemes, as CSS writes it.
  public struct Color: Hashable, Sendable {
    /// On light paper.
    public var light: String
    /// On dark paper; nil lightens the other one.
    public var dark: String?

    /// Makes a colour of one for each scheme.
    public init(light: String, dark: String? = nil) {
      self.light = light
      self.dark = dark
    }
  }

  /// A link in the header or the footer.
  public struct Link: Hashable, Sendable {
    /// What it says.
    public var label: Localized<String>
    /// Where it leads.
    public var url: Localized<String>

    /// Makes a link from its parts.
    public init(label: Localized<String>, url: Localized<String>) {
      self.label = label
      self.url = url
    }
  }

  /// The colour of links and buttons.
  public var accent: Color?
  /// The colour of found words and of the logo's light.
  public var mark: Color?
  /// The ground of pages.
  public var paper: Color?
  /// The families of text, as CSS lists them.
  public var font: String?
  /// The families of code.
  public var codeFont: String?
  /// How round corners are, in pixels.
  public var radius: Int?
  /// How wide pages are, in pixels.
  public var width: Int?
  /// The path in the content folder of the picture that replaces the mark.
  public var logo: Located<String>?
  /// Links beside the site's name.
  public var headerLinks: [Link] = []
  /// Links at the end of pages.
  public var footerLinks: [Link] = []

  /// Makes a theme that changes nothing.
  public init() {}
}
