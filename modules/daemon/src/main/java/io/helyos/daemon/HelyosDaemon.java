package io.helyos.daemon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `helyosd`: reads its flags, starts a daemon, and stays until it is asked to end.
@Command(
    name = "helyosd",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Runs Helyos on this machine.",
    subcommands = {SchemaCommand.class, JournalCommand.class},
    footer = {
      "",
      "Each flag is also read from the environment (--data-dir as HELYOS_DATA_DIR) and from the"
          + " HOCON file that --config names (data-dir = ...); a flag wins over the environment,"
          + " the environment over the file.",
    })
public final class HelyosDaemon implements Callable<Integer> {
  static final int USAGE = 2;

  /// What the HOCON file says, also beyond the flags.
  private Config file = ConfigFactory.empty();

  @Option(names = "--config", paramLabel = "FILE", description = "HOCON file with settings.")
  @Nullable Path config;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  String host = "";

  @Option(
      names = "--port",
      defaultValue = "6443",
      converter = Port.class,
      description = "Port to listen on (default: ${DEFAULT-VALUE}).")
  int port;

  @Mixin TlsFlags tls = new TlsFlags();

  @Mixin JournalFlags journal = new JournalFlags();

  @Option(
      names = "--name",
      description = "Name of this daemon and its node (default: the host's name).")
  @Nullable String name;

  @Option(
      names = "--label",
      paramLabel = "KEY=VALUE",
      split = ",",
      description = "Label of this node; may be repeated.")
  Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = "--runtime",
      defaultValue = "docker",
      description = "docker, simulated or simulated:NODES (default: ${DEFAULT-VALUE}).")
  String runtime = "";

  @Option(
      names = "--docker-host",
      paramLabel = "URI",
      defaultValue = "${env:DOCKER_HOST:-unix:///var/run/docker.sock}",
      description = "Where the Docker engine is (default: ${DEFAULT-VALUE}).")
  URI dockerHost = URI.create("unix:///var/run/docker.sock");

  @Mixin ClusterFlags cluster = new ClusterFlags();

  Config file() {
    return file;
  }

  public static void main(String[] arguments) {
    Thread.currentThread().setUncaughtExceptionHandler(HelyosDaemon::giveUp);
    try {
      var command = command(arguments, System.getenv());
      var code = command.execute(arguments);
      if (code != 0 || command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
        System.exit(code);
      }
    } catch (StartFailure failure) {
      System.err.println("helyosd: " + failure.getMessage());
      System.exit(USAGE);
    }
  }

  /// The command line of the daemon and its tools, which takes what is not in the arguments from
  /// elsewhere.
  static CommandLine command(String[] arguments, Map<String, String> environment) {
    var daemon = new HelyosDaemon();
    var sources = new SettingSources(arguments, environment);
    daemon.file = sources.file();
    return new CommandLine(daemon)
        .setDefaultValueProvider(sources)
        .setExecutionExceptionHandler(HelyosDaemon::explain)
        .setParameterExceptionHandler(HelyosDaemon::misused);
  }

  /// An error leaves a daemon half started, and its other threads would keep it alive like that.
  private static void giveUp(Thread main, Throwable error) {
    error.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  @Override
  public Integer call() {
    RunningDaemon.start(settings()).untilStopped();
    return 0;
  }

  private DaemonSettings settings() {
    var choice = journal.choice(file);
    var tls = this.tls.settings(host, cluster.advertised);
    var members = cluster.settings(choice);
    requireOneOfBoth(tls, members);
    return new DaemonSettings(
        host,
        port,
        tls,
        journal.dataDir(),
        choice,
        members,
        Optional.ofNullable(name).map(NodeName::require).orElseGet(NodeName::ofThisMachine),
        labels,
        dockerHost,
        Runtimes.simulatedNodes(runtime),
        file.hasPath("pekko") ? file.getConfig("pekko") : ConfigFactory.empty(),
        Version.current());
  }

  /// Daemons hand requests on to each other, and have no authority in common yet.
  private static void requireOneOfBoth(TlsSettings chosen, ClusterSettings members) {
    if (!chosen.isOn() || !members.isOpen()) return;
    throw new StartFailure(
        "Expected --tls off beside the flags of a cluster, found TLS: its daemons hand requests on to each other in the clear. Leave one of both out.");
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("helyosd: " + Reasons.of(failure));
    return failure instanceof StartFailure ? USAGE : 1;
  }

  private static int misused(CommandLine.ParameterException failure, String[] arguments) {
    var command = failure.getCommandLine();
    command.getErr().println("helyosd: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    command.getErr().println("See helyosd --help.");
    return USAGE;
  }
}
