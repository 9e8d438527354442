package io.helyos.cli;

import picocli.CommandLine.Command;

/// A word before other commands, such as `project` in `project list`. It does nothing by itself.
@Command
final class Group {}
