package io.helyos.persistence.embedded;

import com.typesafe.config.Config;
import io.helyos.model.port.Feed;
import io.helyos.persistence.contract.JournalUnderTest;
import java.nio.file.Path;
import org.apache.pekko.actor.typed.ActorSystem;

/// A journal in a file.
record EmbeddedUnderTest(Path file) implements JournalUnderTest {
  @Override
  public Config config() {
    return TestSystems.on(file);
  }

  @Override
  public Feed open(ActorSystem<?> system) {
    return EmbeddedStore.get(system).feed();
  }
}
