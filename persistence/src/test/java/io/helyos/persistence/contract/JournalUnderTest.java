package io.helyos.persistence.contract;

import com.typesafe.config.Config;
import io.helyos.model.port.Feed;
import org.apache.pekko.actor.typed.ActorSystem;

/// A journal that outlives the actor systems that are started on it.
public interface JournalUnderTest {
  Config config();

  /// Readies a fresh actor system; the answer is its feed.
  Feed open(ActorSystem<?> system);
}
