package io.helyos.persistence.embedded;

import io.helyos.persistence.contract.Tallies;
import io.helyos.persistence.contract.Tally;
import io.helyos.persistence.killed.Promises;
import java.nio.file.Path;
import org.apache.pekko.actor.typed.ActorRef;

/// A process that writes until it is killed: journal file, promises file.
final class KilledWriter {
  static final int ENTITIES = 8;

  private KilledWriter() {}

  public static void main(String[] arguments) throws Exception {
    var promises = Promises.appendTo(Path.of(arguments[1]));
    var tallies = new Tallies(new EmbeddedUnderTest(Path.of(arguments[0])));
    for (var index = 0; index < ENTITIES; index++) {
      var name = TestEvents.pod(index).toString();
      addForEver(tallies, promises, name, tallies.start(name), index % 3 + 1);
    }
    tallies.waitForEver();
  }

  /// Events of 1 to 3 at a time: what is written together must not be torn apart.
  private static void addForEver(
      Tallies tallies, Promises promises, String name, ActorRef<Tally.Add> tally, int events) {
    tallies
        .add(tally, events)
        .thenAcceptAsync(count -> {
          promises.add(name, count);
          addForEver(tallies, promises, name, tally, events);
        })
        .exceptionally(failure -> {
          failure.printStackTrace();
          return null;
        });
  }
}
