package io.helyos.contract.spec;

import java.time.Duration;

/// How much of each thing a spec may hold. All of it travels between daemons in one message and
/// into one event, which the total of `env` keeps small.
final class Limits {
  static final int REPLICAS = 10_000;
  static final int ENV_BYTES = 65_536;
  static final int ENV_ENTRIES = 1_000;
  static final int ARGUMENTS = 1_000;
  static final int ARGUMENT_BYTES = 65_536;
  static final int LABELS = 100;
  static final int LABEL_BYTES = 4_096;
  static final int PORTS = 200;
  static final int ENTRIES = 100;
  static final int CONTAINERS = 20;
  static final String LEAST_MEMORY = "6m";
  static final String MOST_MEMORY = "16384g";
  static final Duration DAY = Duration.ofDays(1);
  static final Duration SECOND = Duration.ofSeconds(1);

  private Limits() {}
}
