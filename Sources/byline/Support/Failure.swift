import ArchiveReading
import ArchiveStorage
import ArgumentParser
import Reporting
import ResumeReading

/// Exit statuses of `sysexits.h` that the contract names.
enum ExitStatus {
  static let somethingWrong: Int32 = 1
  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let missingInput: Int32 = 66
  static let cannotCreate: Int32 = 73
  static let inputOutput: Int32 = 74
  static let tryAgain: Int32 = 75
}

/// A run that cannot go on: what to tell, and the status to end with.
struct Failure: Error {
  var message: String
  var status: Int32

  init(_ status: Int32, _ message: String) {
    self.message = message
    self.status = status
  }

  /// The failure that an error of one of the rooms is to a user.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ReadingError:
      self.init(error.code == .missing ? ExitStatus.missingInput : ExitStatus.badInput, "\(error)")
    case let error as StorageError: self.init(Self.status(of: error.code), "\(error)")
    case let error as ResumeError: self.init(Int32(error.code.exitStatus), "\(error)")
    case let error as ReportError: self.init(ExitStatus.badInput, "\(error)")
    default: self.init(ExitStatus.inputOutput, "\(error)")
    }
  }

  private static func status(of code: StorageError.Code) -> Int32 {
    switch code {
    case .busy: ExitStatus.tryAgain
    case .readOnly, .diskFull: ExitStatus.cannotCreate
    case .inputOutput, .unexpected: ExitStatus.inputOutput
    case .badQuery: ExitStatus.usage
    case .cannotOpen, .notFound: ExitStatus.missingInput
    case .notAStore, .newerVersion, .corrupt: ExitStatus.badInput
    }
  }
}

/// Runs a subcommand's work; what goes wrong is told on standard error and becomes the exit status.
func reportingFailures(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch {
    throw exitCode(telling: error)
  }
}

/// The same for work that waits for other programs or workers.
func reportingFailures(_ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch {
    throw exitCode(telling: error)
  }
}

private func exitCode(telling error: any Error) -> ExitCode {
  if let code = error as? ExitCode { return code }
  let failure = Failure(error)
  Terminal.note("byline: \(failure.message)")
  return ExitCode(failure.status)
}
