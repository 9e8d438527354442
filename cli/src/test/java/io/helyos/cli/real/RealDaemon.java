package io.helyos.cli.real;

import static org.awaitility.Awaitility.await;

import io.helyos.daemon.HelyosDaemon;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// helyosd on simulated nodes or on the machine's engine, with the context that it writes at its
/// first start.
final class RealDaemon implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Pattern LISTENS = Pattern.compile("listens on (https?://127.0.0.1:\\d+)");

  private final Path folder;
  private final Process process;

  private RealDaemon(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  static RealDaemon start(Path folder, int nodes) throws IOException {
    return start(folder, "simulated:" + nodes);
  }

  /// With an authority of its own.
  static RealDaemon encrypted(Path folder) throws IOException {
    return start(folder, "simulated:1", "--tls", "on");
  }

  /// Where it listens.
  String url() throws IOException {
    var matcher = LISTENS.matcher(log());
    if (!matcher.find()) throw new AssertionError(log());
    return matcher.group(1);
  }

  /// With the image `helyos/test:1` on the engine.
  static RealDaemon onDocker(Path folder) throws IOException, InterruptedException {
    var made =
        new ProcessBuilder(script("build-test-image").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("image.log").toFile())
            .start();
    if (made.waitFor() != 0) {
      throw new AssertionError("No image: " + Files.readString(folder.resolve("image.log")));
    }
    return start(folder, "docker");
  }

  /// A script of the project, wherever the tests were started.
  private static Path script(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
        .map(up -> up.resolve("scripts").resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static RealDaemon start(Path folder, String runtime, String... more) throws IOException {
    var flags = List.of("--port", "0", "--runtime", runtime, "--name", "real", "--data-dir");
    var words =
        java(
            folder,
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"),
            HelyosDaemon.class);
    words.addAll(flags);
    words.add(folder.resolve("data").toString());
    words.addAll(List.of(more));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("HELYOS_CONFIG", folder.resolve("config.toml").toString());
    builder.redirectOutput(folder.resolve("helyosd.log").toFile());
    var daemon = new RealDaemon(folder, builder.start());
    try {
      await().atMost(START).until(() -> !daemon.process.isAlive() || daemon.listens());
    } catch (RuntimeException late) {
      daemon.close();
      throw new AssertionError("helyosd is not ready:\n" + daemon.log(), late);
    }
    if (!daemon.process.isAlive()) throw new AssertionError("helyosd ended:\n" + daemon.log());
    return daemon;
  }

  /// A program of the tests' own class path, with a home that is not the person's.
  static List<String> java(Path home, List<String> options, Class<?> main) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.home=" + home));
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    words.addAll(List.of("-cp", absolute(all), main.getName()));
    return words;
  }

  private static String absolute(String classPath) {
    var entries = new ArrayList<String>();
    for (var entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private boolean listens() throws IOException {
    return LISTENS.matcher(log()).find();
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("helyosd.log"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("helyosd lives on");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
