package io.helyos.cli.deploy;

import io.helyos.cli.output.SafeText;
import io.helyos.contract.resource.PodResource;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One line for each change of a pod, never rewritten: for pipes, files and CI.
final class LineProgress implements Progress {
  private final PrintStream err;
  private final Stopwatch watch;
  private final Map<String, String> shown = new HashMap<>();

  LineProgress(PrintStream err, Stopwatch watch) {
    this.err = err;
    this.watch = watch;
  }

  @Override
  public void show(List<Rollout> rollouts) {
    for (var rollout : rollouts) {
      rollout.pods().forEach(this::show);
      if (!rollout.message().isEmpty()) say(rollout.name(), rollout.message());
    }
  }

  @Override
  public void tick() {}

  @Override
  public void end() {}

  private void show(PodResource pod) {
    say(pod.name(), PodLine.state(pod));
  }

  private void say(String name, String state) {
    if (state.equals(shown.put(name, state))) return;
    err.println(
        String.format(Locale.ROOT, "[%6.1fs] ", watch.seconds())
            + SafeText.line(name + "  " + state));
  }
}
