package io.helyos.cli.context;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.client.config.Config;

/// What the commands of this package expect of a configuration.
final class Contexts {
  private Contexts() {}

  /// The same configuration, if it has the context.
  static Config required(Config config, String name) {
    if (config.context(name).isPresent()) return config;
    throw CommandFailed.usage(
        "Expected one of your contexts, found \"" + name + "\".",
        "see them all: helyos context ls");
  }

  /// The same configuration, if the name is still free.
  static Config free(Config config, String name) {
    if (config.context(name).isEmpty() && !name.isBlank()) return config;
    throw CommandFailed.usage(
        "Expected a name that is not yet taken, found \"" + name + "\".",
        "remove the other one first: helyos context rm " + name);
  }

  static CommandFailed none() {
    return CommandFailed.usage(
        "Expected a current context, found none.",
        "choose one: helyos context use NAME",
        "or make one: helyos login http://127.0.0.1:6443");
  }

  static CommandFailed serverless(String name) {
    return CommandFailed.usage(
        "Expected --server for a new context, found none: there is no context \""
            + name
            + "\" yet.");
  }
}
