import ArgumentParser

/// Builds the weights that the library ships from labelled text, and measures them.
@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "byline-train",
    abstract: "Train the models of byline from labelled text.",
    discussion: """
      Training is deterministic: the same labelled text gives the same weights, byte for byte. Figures \
      are always those of texts that the scored weights have not seen.
      """,
    subcommands: [TrainZones.self, TrainClaims.self, CheckReadings.self])
}
