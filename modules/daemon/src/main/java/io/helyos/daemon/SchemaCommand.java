package io.helyos.daemon;

import io.helyos.persistence.cassandra.session.CassandraSchema;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.cassandra.session.Replication;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `helyosd schema`: the tables that a journal on Cassandra needs.
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description =
        "Prints the keyspace and tables that a journal on Cassandra needs, for cqlsh, or makes them.")
final class SchemaCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @ParentCommand HelyosDaemon daemon = new HelyosDaemon();

  @Option(names = "--apply", description = "Make them on the servers of --cassandra.")
  boolean apply;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "3",
      description = "On how many servers everything is kept (default: ${DEFAULT-VALUE}).")
  int replication;

  @Option(
      names = "--cassandra",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "Servers of Cassandra, for --apply.")
  @Nullable List<String> cassandra;

  @Option(
      names = "--cassandra-keyspace",
      paramLabel = "NAME",
      defaultValue = CassandraSettings.KEYSPACE,
      description = "Keyspace of this cluster (default: ${DEFAULT-VALUE}).")
  String keyspace = "";

  @Option(
      names = "--cassandra-datacenter",
      paramLabel = "NAME",
      description = "Data center in which they are kept (default: each there is).")
  @Nullable String datacenter;

  @Override
  public Integer call() {
    var schema =
        new CassandraSchema(
            keyspace, new Replication(replication, Optional.ofNullable(datacenter)));
    if (!apply) {
      spec.commandLine().getOut().print(schema.text());
      spec.commandLine().getOut().flush();
      return 0;
    }
    var settings = settings();
    apply(schema, settings);
    spec.commandLine().getOut().printf("Keyspace %s is ready.%n", keyspace);
    spec.commandLine().getOut().flush();
    return 0;
  }

  /// The data center is one to keep things in here, not one to ask: any server will do.
  private CassandraSettings settings() {
    if (cassandra == null) {
      throw new StartFailure("Expected --cassandra HOST:PORT beside --apply, found none.");
    }
    var flags = new JournalFlags();
    flags.cassandra = cassandra;
    flags.keyspace = keyspace;
    return flags.settings(daemon.file());
  }

  private static void apply(CassandraSchema schema, CassandraSettings settings) {
    try (var session = OpenJournal.connect(settings)) {
      schema.apply(session).toCompletableFuture().join();
    }
  }
}
