extension Resume {
  /// An account at a network (JSON Resume `profiles`).
  public struct Profile: Sendable, Hashable {
    /// The network's name.
    public var network: String
    /// The account's name there.
    public var username: String
    /// The page as the résumé gives it.
    public var url: String

    /// Makes a profile.
    public init(network: String, username: String, url: String) {
      self.network = network
      self.username = username
      self.url = url
    }

    /// Recognises an account's page at a known network; nil for other addresses.
    init?(url: String) {
      var path = url.lowercased()[...]
      for prefix in ["https://", "http://", "www."] where path.hasPrefix(prefix) {
        path = path.dropFirst(prefix.count)
      }
      let parts = path.split(separator: "/").map(String.init)
      guard let host = parts.first, let network = Self.networks[host], parts.count >= 2 else {
        return nil
      }
      let isNested = ["in", "users", "u"].contains(parts[1])
      guard let username = isNested ? parts.dropFirst(2).first : parts[1] else { return nil }
      self.init(network: network, username: username.trimmed(of: "~@"), url: url)
    }

    private static let networks = [
      "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab",
      "bitbucket.org": "Bitbucket", "twitter.com": "Twitter", "x.com": "Twitter",
      "stackoverflow.com": "Stack Overflow", "launchpad.net": "Launchpad", "xing.com": "XING",
      "codeberg.org": "Codeberg", "sr.ht": "SourceHut",
    ]
  }
}
