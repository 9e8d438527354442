package io.helyos.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How long helyosd takes until it is ready and `helyos pods` until it is over, under several flags
/// of the JVM and beside `docker ps` and a bare JVM.
final class Startup implements Benchmark {
  private static final int RUNS = 10;
  private static final double DAEMON_WANTED = 2.5;
  private static final double COMMAND_WANTED = 0.25;
  private static final List<String> LIBRARY_FLAGS =
      List.of(
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-Xmx512m");

  private final Map<String, Timing> daemons = new LinkedHashMap<>();
  private final Map<String, Timing> commands = new LinkedHashMap<>();

  /// Seconds on the clock and of CPU.
  private record Timing(Samples wall, Samples cpu) {
    Timing() {
      this(new Samples(), new Samples());
    }

    List<String> row(String name) {
      return Report.cells(name, wall.text(2), cpu.text(2));
    }
  }

  @Override
  public String title() {
    return "Starting up";
  }

  @Override
  public void run(Report report) throws Exception {
    var folder = Files.createTempDirectory("helyos-bench");
    try (var daemon = Daemon.start("--runtime", "simulated")) {
      daemon.deploy(Workload.yaml("web", 3));
      train(folder, daemon);
      for (var run = 0; run < RUNS; run++) {
        measureDaemons(folder);
        measureCommands(folder, daemon);
      }
      tell(report);
    } finally {
      Processes.deleteTree(folder);
    }
  }

  private static void train(Path folder, Daemon daemon) throws Exception {
    for (var set : FlagSet.ALL) {
      if (!set.cached()) continue;
      try (var trained = Daemon.launch(daemonProgram(set.training(daemonCache(folder, set))))) {
        trained.awaitReady(Duration.ofMillis(50));
      }
      time(pods(set.training(commandCache(folder, set))), daemon);
    }
  }

  private void measureDaemons(Path folder) throws Exception {
    for (var set : FlagSet.ALL) {
      var program = daemonProgram(set.measured(daemonCache(folder, set)));
      measureDaemon(set.name(), program);
    }
    measureDaemon("`bin/helyosd`", List.of("bin/helyosd"));
  }

  private void measureDaemon(String name, List<String> program) throws Exception {
    var begun = System.nanoTime();
    try (var daemon = Daemon.launch(program)) {
      daemon.awaitReady(Duration.ofMillis(10));
      var timing = daemons.computeIfAbsent(name, _ -> new Timing());
      timing.wall.add((System.nanoTime() - begun) / 1e9);
      timing.cpu.add(daemon.cpuSeconds());
    }
  }

  private void measureCommands(Path folder, Daemon daemon) throws Exception {
    for (var set : FlagSet.ALL) {
      measureCommand(
          "`helyos pods`, " + set.name(), pods(set.measured(commandCache(folder, set))), daemon);
    }
    measureCommand("`bin/helyos pods`", List.of("bin/helyos", "pods"), daemon);
    measureCommand("`docker ps`", List.of("docker", "ps"), daemon);
    measureCommand("`java -version`", List.of(Processes.java("java"), "-version"), daemon);
  }

  private void measureCommand(String name, List<String> command, Daemon daemon) throws Exception {
    var seconds = time(command, daemon);
    var timing = commands.computeIfAbsent(name, _ -> new Timing());
    timing.wall.add(seconds[0]);
    timing.cpu.add(seconds[1] + seconds[2]);
  }

  /// Wall, user and system seconds, as the shell's own `time` tells them.
  private static double[] time(List<String> command, Daemon daemon)
      throws IOException, InterruptedException {
    var timed = new ArrayList<>(List.of("env", "HELYOS_CONFIG=" + daemon.config(), "bash", "-c"));
    timed.add("TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>&1");
    timed.add("time");
    timed.addAll(command);
    var words = Processes.output(timed).strip().split(" ", -1);
    return Stream.of(words).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> daemonProgram(List<String> flags) {
    return Daemon.java(Stream.concat(LIBRARY_FLAGS.stream(), flags.stream()).toList());
  }

  private static List<String> pods(List<String> flags) throws IOException {
    var command = new ArrayList<>(List.of(Processes.java("java")));
    command.addAll(flags);
    command.addAll(List.of("-cp", commandClassPath(), "io.helyos.cli.Helyos", "pods"));
    return command;
  }

  private static String commandClassPath() throws IOException {
    try (var own = Files.list(Path.of("cli/target"));
        var libraries = Files.list(Path.of("cli/target/lib"))) {
      return Stream.concat(own, libraries.sorted())
          .map(Path::toString)
          .filter(path -> path.endsWith(".jar"))
          .reduce((one, other) -> one + ":" + other)
          .orElseThrow();
    }
  }

  private static Path daemonCache(Path folder, FlagSet set) {
    return folder.resolve("helyosd-" + FlagSet.ALL.indexOf(set) + ".aot");
  }

  private static Path commandCache(Path folder, FlagSet set) {
    return folder.resolve("helyos-" + FlagSet.ALL.indexOf(set) + ".aot");
  }

  private void tell(Report report) {
    var shippedDaemon = timing(daemons, "`bin/helyosd`");
    var shippedCommand = timing(commands, "`bin/helyos pods`");
    report
        .paragraph(
            "From exec to the first 200 of `/ready`, with an empty data directory and the machine's"
                + " Docker engine; and from exec to the end of a command. %d runs of each, in turn;"
                    .formatted(RUNS)
                + " seconds, median (least to most); CPU is user and system together. The launchers"
                + " in `bin/` are what people run.")
        .table(List.of("helyosd", "wall", "CPU"), rows(daemons))
        .table(List.of("command", "wall", "CPU"), rows(commands))
        .target(
            "helyosd ready within %.1f s on an idle machine; `bin/helyosd` took %s s"
                .formatted(DAEMON_WANTED, shippedDaemon.wall.text(2)),
            shippedDaemon.wall.median() <= DAEMON_WANTED)
        .target(
            "`helyos pods` within %.2f s on an idle machine; `bin/helyos pods` took %s s"
                .formatted(COMMAND_WANTED, shippedCommand.wall.text(2)),
            shippedCommand.wall.median() <= COMMAND_WANTED)
        .noise(timing(commands, "`java -version`").wall);
  }

  private static Timing timing(Map<String, Timing> timings, String name) {
    return timings.computeIfAbsent(name, _ -> new Timing());
  }

  private static List<List<String>> rows(Map<String, Timing> timings) {
    return timings.entrySet().stream().map(entry -> entry.getValue().row(entry.getKey())).toList();
  }
}
