package io.helyos.persistence.cassandra.feed;

import io.helyos.persistence.cassandra.journal.CassandraUnderTest;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.contract.Events;
import io.helyos.persistence.contract.Tallies;
import io.helyos.persistence.contract.Tally;
import io.helyos.persistence.killed.Promises;
import java.nio.file.Path;
import org.apache.pekko.actor.typed.ActorRef;

/// A process with entities and the writer of the feed, which works until it is killed: contact
/// point, keyspace, promises file.
final class KilledDaemon {
  static final int ENTITIES = 12;

  private KilledDaemon() {}

  public static void main(String[] arguments) throws Exception {
    var promises = Promises.appendTo(Path.of(arguments[2]));
    var settings = CassandraSettings.of(arguments[0]).withKeyspace(arguments[1]);
    var tallies = new Tallies(new CassandraUnderTest(settings));
    for (var index = 0; index < ENTITIES; index++) {
      var name = Events.pod(index).toString();
      addForEver(tallies, promises, name, tallies.start(name), index % 3 + 1);
    }
    tallies.waitForEver();
  }

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
