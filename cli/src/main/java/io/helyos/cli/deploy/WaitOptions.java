package io.helyos.cli.deploy;

import io.helyos.cli.shell.Seconds;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a deploy is watched.
public final class WaitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How long to wait for the pods: 60, 90s, 5m. Default: 60.")
  Duration timeout = Duration.ofSeconds(60);

  @Option(
      names = {"-d", "--detach"},
      description = "Do not wait for the pods.")
  boolean detach;

  public Duration timeout() {
    return timeout;
  }

  public boolean detach() {
    return detach;
  }
}
