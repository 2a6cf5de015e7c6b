/// What is shown instead of a page that cannot be.
public enum FailurePage {
  /// The page that says what is wrong, as the command would on a terminal.
  public static func html(_ message: String) -> String {
    WebPage.html(title: "This cannot be shown", "<p class=\"mail\">\(message)</p>")
  }
}
