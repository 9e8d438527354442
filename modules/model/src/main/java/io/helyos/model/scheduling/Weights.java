package io.helyos.model.scheduling;

/// How much each fraction of a node counts. Negative ones prefer what is used already.
///
/// @param cpu free CPU
/// @param memory free memory
/// @param load how many more pods there may be
record Weights(double cpu, double memory, double load) {
  // The reference's; its fourth, recent failures, has no figures yet.
  private static final Weights SPREAD = new Weights(0.35, 0.35, 0.15);
  private static final Weights BINPACK = new Weights(-0.30, -0.30, -0.10);

  static Weights of(Strategy strategy) {
    return switch (strategy) {
      case SPREAD -> SPREAD;
      case BINPACK -> BINPACK;
    };
  }

  double points(Candidate candidate) {
    var used = (double) candidate.pods() / candidate.node().facts().maxPods();
    return cpu * candidate.freeCpu() + memory * candidate.freeMemory() + load * (1 - used);
  }
}
