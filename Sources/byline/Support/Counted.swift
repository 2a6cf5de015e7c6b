/// A number and its noun as English counts them: "1 message", "2 messages", "0 messages".
/// `plural` is the form for every number but one, where an `s` is not enough.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
