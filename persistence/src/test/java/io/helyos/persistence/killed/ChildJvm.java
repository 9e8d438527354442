package io.helyos.persistence.killed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A JVM of its own with the class path of the tests.
public final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  public static ChildJvm start(Class<?> main, Object... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (var argument : arguments) command.add(argument.toString());
    return new ChildJvm(new ProcessBuilder(command).inheritIO().start());
  }

  public long pid() {
    return process.pid();
  }

  /// Waits until the process has made so many promises in all.
  public ChildJvm untilPromised(Path promises, long count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !process.isAlive() || Promises.count(promises) >= count);
    assertThat(process.isAlive()).as("the process is still writing").isTrue();
    return this;
  }

  /// `kill -9`.
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
