/// The version of the program, which is part of everything that a site is made from.
public enum BaliseVersion {
  /// As semantic versioning has it.
  public static let current = "0.1.0"
}
