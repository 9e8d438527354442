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
    rollouts.stream().flatMap(it -> it.pods().stream()).forEach(this::show);
  }

  @Override
  public void tick() {}

  @Override
  public void end() {}

  private void show(PodResource pod) {
    var state = PodLine.state(pod);
    if (state.equals(shown.put(pod.name(), state))) return;
    err.println(
        String.format(Locale.ROOT, "[%6.1fs] ", watch.seconds())
            + SafeText.line(pod.name() + "  " + state));
  }
}
