package io.helyos.persistence.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Configurations of actor systems on the embedded journal.
final class TestSystems {
  private TestSystems() {}

  /// On a new file in the build folder.
  static Config onNewFile() {
    try {
      return on(Files.createTempDirectory(Path.of("target"), "journal").resolve("journal.db"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Config on(Path file) {
    return ConfigFactory.parseString(
            """
            pekko.persistence.journal.plugin = helyos.journal.embedded
            pekko.persistence.snapshot-store.plugin = helyos.snapshots.embedded
            pekko.loglevel = WARNING
            pekko.stdout-loglevel = OFF
            helyos.embedded.file = "%s"
            """
                .formatted(file))
        .withFallback(ConfigFactory.load());
  }
}
