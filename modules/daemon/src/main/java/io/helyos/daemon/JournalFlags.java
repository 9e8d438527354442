package io.helyos.daemon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say where the journal is; the same for the daemon and for its tools.
public final class JournalFlags {
  @Option(
      names = "--journal",
      defaultValue = "embedded",
      description =
          "embedded, a file in --data-dir, or cassandra, which several daemons can share"
              + " (default: ${DEFAULT-VALUE}).")
  String journal = "";

  @Option(
      names = "--cassandra",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "Servers of Cassandra, some of them are enough.")
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
      description = "Data center to work in (default: the one of the servers named).")
  @Nullable String datacenter;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where journal and token are kept (default: ~/.helyos/data).")
  @Nullable Path dataDir;

  Path dataDir() {
    var home = Path.of(System.getProperty("user.home"), ".helyos", "data");
    return Optional.ofNullable(dataDir).orElse(home);
  }

  /// The journal that was chosen.
  ///
  /// @param file further settings, of which `datastax-java-driver` goes to the driver
  JournalChoice choice(Config file) {
    return switch (journal) {
      case "embedded" -> {
        if (cassandra != null) {
          throw new StartFailure(
              "Expected --journal cassandra beside --cassandra, found --journal embedded.");
        }
        yield new JournalChoice.Embedded(dataDir().resolve("journal.db"));
      }
      case "cassandra" -> new JournalChoice.Cassandra(settings(file));
      default ->
          throw new StartFailure(
              "Expected --journal embedded or cassandra, found %s.".formatted(journal));
    };
  }

  /// Where Cassandra is, whichever journal was chosen.
  CassandraSettings settings(Config file) {
    if (cassandra == null) {
      throw new StartFailure(
          "Expected --cassandra HOST:PORT[,HOST:PORT...] to say where Cassandra is, found none.");
    }
    var driver =
        file.hasPath("datastax-java-driver")
            ? file.getConfig("datastax-java-driver")
            : ConfigFactory.empty();
    try {
      return new CassandraSettings(cassandra, keyspace, Optional.ofNullable(datacenter), driver);
    } catch (IllegalArgumentException wrong) {
      throw new StartFailure(Reasons.of(wrong), wrong);
    }
  }
}
