package io.helyos.daemon.harness;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.crash.CrashAt;
import io.helyos.daemon.harness.Programs.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// helyosd as a process of its own, with its own data, port, name and configuration. It can be
/// killed and started again on what it left.
public final class DaemonProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Path folder;
  private final String name = "node-" + UUID.randomUUID().toString().substring(0, 8);
  private final int port = freePort();
  private Api stranger = new Api(port, "");
  private final Map<String, String> flags = new TreeMap<>();
  private final DaemonCommand command;
  private int aims;
  private @Nullable Process process;

  private DaemonProcess(Path folder, String flag, String value) {
    this.folder = folder;
    this.command = new DaemonCommand(folder);
    flags.put("--name", name);
    flags.put("--data-dir", dataDir().toString());
    flags.put("--port", Integer.toString(port));
    flags.put(flag, value);
  }

  /// On simulated nodes; not started yet.
  public static DaemonProcess simulated(Path folder, int nodes) {
    return new DaemonProcess(folder, "--runtime", "simulated:" + nodes);
  }

  /// On the engine behind a socket; not started yet.
  public static DaemonProcess onDocker(Path folder, Path socket) {
    return new DaemonProcess(folder, "--docker-host", "unix://" + socket);
  }

  /// Lets it have one more flag; to be called before it starts.
  public DaemonProcess with(String flag, String value) {
    flags.put(flag, value);
    return this;
  }

  /// Lets it have one more flag that has no value.
  public DaemonProcess with(String flag) {
    return with(flag, "");
  }

  /// Makes it a member of the cluster whose journal is in a keyspace of this server.
  public DaemonProcess inCluster(int cassandra, String keyspace) {
    return with("--journal", "cassandra")
        .with("--cassandra", "127.0.0.1:" + cassandra)
        .with("--cassandra-keyspace", keyspace)
        .with("--insecure-cluster")
        .with("--cluster-port", Integer.toString(freePort()));
  }

  /// Asks it over TLS whether it is ready, whoever vouches for it.
  public DaemonProcess encrypted() {
    stranger = Api.encrypted(port);
    return this;
  }

  /// Asks it without TLS, as from the beginning.
  public DaemonProcess inTheClear() {
    stranger = new Api(port, "");
    return this;
  }

  /// Lets it be the only process of a group, by which firewall rules know it.
  public DaemonProcess inGroup(int id) {
    command.inGroup(id);
    return this;
  }

  public int group() {
    return command.group();
  }

  public int clusterPort() {
    return Integer.parseInt(requireNonNull(flags.get("--cluster-port")));
  }

  /// Lets a member of a cluster talk to the others by TLS.
  public DaemonProcess byTls(Path authority, Path certificate, Path key) {
    flags.remove("--insecure-cluster");
    return with("--cluster-ca", authority.toString())
        .with("--cluster-cert", certificate.toString())
        .with("--cluster-key", key.toString());
  }

  /// Starts the daemon without waiting until it is ready.
  public DaemonProcess launchOnly() {
    process = launch();
    return this;
  }

  /// What a stranger is answered, also before the first token is there; -1 for no answer.
  public int statusOf(String path) {
    try {
      return stranger.get(path).status();
    } catch (UncheckedIOException notListeningYet) {
      return -1;
    }
  }

  /// Makes it a daemon that can be told where to die while it runs, and that starts in half the
  /// time, as it will have to start often. Takes one start for that.
  public DaemonProcess mortal() {
    command.packed(MortalDaemon.class);
    var cache = folder.resolve("daemon.aot");
    command.option("-XX:AOTCacheOutput=" + cache);
    start().terminate();
    command.option("-XX:AOTCache=" + cache);
    return this;
  }

  /// Tells the running daemon at which crash point to end.
  public void dieAt(String plan) {
    var aim = "%d: %s".formatted(++aims, plan);
    try {
      running().outputWriter().append(aim).append('\n').flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await(aim).atMost(START).pollInterval(POLL).until(() -> log().contains("will end at " + aim));
  }

  /// Starts the daemon to die at a crash point on its way; answers whether it did before it was
  /// ready.
  public boolean startToDieAt(String plan) {
    var started = launch("-D" + CrashAt.PROPERTY + "=" + plan);
    process = started;
    await(plan).atMost(START).pollInterval(POLL).until(() -> !started.isAlive() || isReady());
    return !started.isAlive();
  }

  public boolean isAlive() {
    return running().isAlive();
  }

  /// Waits for its end; the answer is the exit code.
  public int exitCode() {
    return Programs.exitCode(running());
  }

  /// Starts the daemon and waits until it is ready.
  public DaemonProcess start() {
    var started = launch();
    process = started;
    try {
      await().atMost(START).pollInterval(POLL).until(() -> !started.isAlive() || isReady());
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("helyosd is not ready:\n" + log(), late);
    }
    if (!started.isAlive()) throw new AssertionError("helyosd ended:\n" + log());
    return this;
  }

  private Process launch(String... more) {
    try {
      Files.createDirectories(folder);
      var builder = new ProcessBuilder(command.words(flags, more));
      builder.environment().put("HELYOS_CONFIG", folder.resolve("config.toml").toString());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts another daemon with the same flags but one, and waits for its end.
  public Ended rival(String flag, String value) {
    try {
      var others = new TreeMap<>(flags);
      others.put(flag, value);
      var builder = new ProcessBuilder(command.words(others));
      builder.environment().put("HELYOS_CONFIG", folder.resolve("config.toml").toString());
      return Programs.end(builder.redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isReady() {
    try {
      return stranger.get("/ready").status() == 200;
    } catch (UncheckedIOException notListeningYet) {
      return false;
    }
  }

  /// As `kill -9` does.
  public void kill() {
    running().destroyForcibly();
    Programs.exitCode(running());
  }

  /// As `kill` does; the answer is the exit code.
  public int terminate() {
    running().destroy();
    return Programs.exitCode(running());
  }

  /// From now on it does nothing, as in a machine that is suspended.
  public void freeze() {
    Programs.run("kill", "-STOP", Long.toString(pid()));
  }

  public void thaw() {
    Programs.run("kill", "-CONT", Long.toString(pid()));
  }

  public long pid() {
    return running().pid();
  }

  private Process running() {
    if (process == null) throw new AssertionError("The daemon was not started");
    return process;
  }

  /// The API as the owner of the first token sees it.
  public Api api() {
    try {
      return new Api(port, Files.readString(dataDir().resolve("token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The API of this daemon, with the first token of the cluster that another one has written.
  public Api api(DaemonProcess founder) {
    return new Api(port, founder.api().token());
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  public Path dataDir() {
    return folder.resolve("data");
  }

  public JournalFile journal() {
    return JournalFile.copyOf(dataDir().resolve("journal.db"));
  }

  private Path logFile() {
    return folder.resolve("helyosd.log");
  }

  /// What all daemons of this folder have written so far.
  public String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A port that nobody listens at. Those that the kernel gives to connections are left out: one of
  /// them may be taken before the daemon comes to listen.
  static int freePort() {
    for (; ; ) {
      var port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one.
      }
    }
  }

  @Override
  public void close() {
    if (process != null) kill();
  }
}
