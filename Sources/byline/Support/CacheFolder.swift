import Foundation

/// Where the command keeps what it would otherwise read again: what git printed of a repository.
///
/// The folder of the XDG base directories; deleting it costs time and nothing else.
enum CacheFolder {
  /// `$XDG_CACHE_HOME/byline`, else `~/.cache/byline`; nil where neither is set.
  static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      return caches + "/byline"
    }
    return environment["HOME"].map { $0 + "/.cache/byline" }
  }
}
