/// Disjoint sets of identities (Tarjan's union-find) that refuse a union a user rejected.
struct IdentitySets {
  private var parent: [Int]
  private var size: [Int]
  /// For each root, the sides of rejected pairs that its set holds: pair number × 2 + side.
  private var sides: [Int: Set<Int>] = [:]

  /// Makes `count` sets of one identity each.
  init(count: Int) {
    parent = Array(0..<count)
    size = Array(repeating: 1, count: count)
  }

  /// Keeps apart, from now on, every set with an identity of `one` from every set with one of `other`.
  mutating func separate(pair: Int, one: [Int], other: [Int]) {
    for identity in one { sides[identity, default: []].insert(pair * 2) }
    for identity in other { sides[identity, default: []].insert(pair * 2 + 1) }
  }

  /// The set an identity is in, named by one of its identities.
  mutating func root(of identity: Int) -> Int {
    var root = identity
    while parent[root] != root { root = parent[root] }
    var next = identity
    while parent[next] != root { (parent[next], next) = (root, parent[next]) }
    return root
  }

  /// Joins two sets; false where they are one already or a user said they are not one person.
  mutating func join(_ one: Int, _ other: Int) -> Bool {
    var (large, small) = (root(of: one), root(of: other))
    if large == small { return false }
    if size[large] < size[small] { swap(&large, &small) }
    if let held = sides[small], let against = sides[large],
      held.contains(where: { against.contains($0 ^ 1) })
    {
      return false
    }
    parent[small] = large
    size[large] += size[small]
    if let moved = sides.removeValue(forKey: small) { sides[large, default: []].formUnion(moved) }
    return true
  }
}
