import Glibc

/// A line that somebody types at a terminal without its being seen.
public enum HiddenLine {
  /// Reads a line from the standard input; nil at its end.
  ///
  /// Echo is off while it is read, and on again afterwards, also when the program is interrupted
  /// meanwhile. The line's end is shown, so that what follows begins a line.
  public static func read() -> String? {
    guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() }
    var hidden = unsafe before
    hidden.c_lflag &= ~tcflag_t(ECHO)
    hidden.c_lflag |= tcflag_t(ECHONL)
    // A program that is suspended would leave the shell without echo.
    unsafe withUnsafeMutableBytes(of: &hidden.c_cc) { unsafe $0[Int(VSUSP)] = 0 }
    let handlers = signals.map { (number: $0, handler: signal($0, restore)) }
    defer {
      unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
      for (number, handler) in handlers { signal(number, handler) }
    }
    // What was typed before it was asked for has been seen: it is thrown away.
    guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { return nil }
    return readLine()
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// How the terminal was; only ``read()`` writes it, before the handlers that read it are there.
  nonisolated(unsafe) private static var before = termios()

  /// Leaves the terminal as it was, and ends as the signal would have ended the program.
  private static let restore: @convention(c) (Int32) -> Void = { number in
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
    signal(number, SIG_DFL)
    raise(number)
  }
}
