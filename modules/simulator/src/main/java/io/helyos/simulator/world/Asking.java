package io.helyos.simulator.world;

import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.port.Prober;
import io.helyos.model.template.Probe;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Asks the containers of a machine whether they are well. In a bad time some are not, for a while.
final class Asking implements Prober {
  private final World world;
  private final Dice dice;
  private final Set<String> failed = new HashSet<>();
  private double bad;

  Asking(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  /// @param share of the answers that are bad
  void spoil(double share) {
    bad = share;
  }

  /// Whether a container has ever given a bad answer.
  boolean hasFailed(String container) {
    return failed.contains(container);
  }

  @Override
  public CompletionStage<ProbeAnswer> ask(Probe probe, String container, String address) {
    var answer = new CompletableFuture<ProbeAnswer>();
    var good = !dice.chance(bad);
    if (!good) failed.add(container);
    world
        .time()
        .after(
            good ? dice.millis(1, 10) : probe.timeout(),
            () -> answer.complete(good ? ProbeAnswer.good("fine") : ProbeAnswer.bad("no answer")));
    return answer;
  }

  @Override
  public void close() {}
}
