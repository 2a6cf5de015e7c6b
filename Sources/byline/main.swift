print("\(CommandLine.arguments[0]): not assembled yet")
