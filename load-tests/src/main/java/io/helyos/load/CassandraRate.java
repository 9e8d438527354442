package io.helyos.load;

import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import io.helyos.persistence.cassandra.session.CassandraStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Events a second through entities into a real Cassandra, against the bare driver that writes the
/// same rows of events with as many of them on their way.
final class CassandraRate implements Benchmark {
  private static final int[] ENTITIES = {1, 100, 1_000};
  private static final int ROUNDS = 5;
  private static final Duration WINDOW = Duration.ofSeconds(3);
  private static final double WANTED = 0.5;

  private final List<List<String>> rows = new ArrayList<>();
  private final Samples floor = new Samples();
  private double worst = Double.MAX_VALUE;

  /// What a round has found.
  ///
  /// @param behind seconds until the feed had it all, after the last answer
  private record Round(double rate, double raw, double behind) {}

  @Override
  public String title() {
    return "Events a second in Cassandra";
  }

  @Override
  public void run(Report report) throws Exception {
    try (var server = CassandraProcess.start()) {
      var settings = server.fresh();
      var session = CassandraStore.connect(settings).toCompletableFuture().get();
      var table = settings.keyspace() + ".raw_messages";
      session.execute(
          "CREATE TABLE %s (persistence_id text, partition_nr bigint, sequence_nr bigint, timestamp timeuuid, timebucket text, writer_uuid text, ser_id int, ser_manifest text, event_manifest text, event blob, PRIMARY KEY ((persistence_id, partition_nr), sequence_nr, timestamp))"
              .formatted(table));
      try (var driver = new RawCassandra(session, table);
          var entities = EntitiesInProcess.onCassandra(settings)) {
        entities.register(ENTITIES[ENTITIES.length - 1]);
        // The JIT's turn, here and in the server: not counted.
        for (var i = 0; i < 3; i++) round(entities, driver, 100);
        for (var count : ENTITIES) measure(entities, driver, count);
      }
    }
    tell(report);
  }

  private void measure(EntitiesInProcess entities, RawCassandra driver, int count) {
    var rates = new Samples();
    var raws = new Samples();
    var behind = new Samples();
    for (var i = 0; i < ROUNDS; i++) {
      var round = round(entities, driver, count);
      rates.add(round.rate);
      raws.add(round.raw);
      behind.add(round.behind * 1_000);
    }
    if (count == ENTITIES[ENTITIES.length - 1]) raws.copyTo(floor);
    var ratios = rates.by(raws);
    // One entity alone waits for each answer: that measures the way there and back.
    if (count > 1) worst = Math.min(worst, ratios.median());
    rows.add(Report.cells(count, rates.text(0), raws.text(0), ratios.text(2), behind.text(0)));
  }

  private static Round round(EntitiesInProcess entities, RawCassandra driver, int count) {
    var place = head(entities);
    var begun = System.nanoTime();
    entities.change(count, begun + WINDOW.toNanos());
    var seconds = (System.nanoTime() - begun) / 1e9;
    var head = head(entities);
    var behind = (System.nanoTime() - begun) / 1e9 - seconds;
    var again = read(entities, place, (int) (head - place));
    var events = again.size();
    return new Round(events / seconds, events / driver.write(again, count), behind);
  }

  private static List<FeedRow> read(EntitiesInProcess entities, long place, int count) {
    return entities.feed().after(place, count).toCompletableFuture().join();
  }

  private static long head(EntitiesInProcess entities) {
    return entities.feed().head().toCompletableFuture().join();
  }

  private void tell(Report report) {
    report
        .paragraph(
            "Node entities that are cordoned and uncordoned, each as soon as it has answered: every"
                + " command is decided, hashed into its chain, encoded, stored with LOCAL_QUORUM,"
                + " shown by the view and answered, and the feed gives it an offset and notes its"
                + " place. Beside it the bare driver writes the rows of the same events, nothing"
                + " else, with as many on their way as there were entities. One Cassandra 5 (384 MB,"
                + " C1, commit log once a second) on the same machine takes its share of the same"
                + " processors. %d rounds of %d s, in turn; median (least to most)."
                    .formatted(ROUNDS, WINDOW.toSeconds()))
        .table(
            List.of(
                "entities at once",
                "events/s through entities",
                "events/s of the bare driver",
                "ratio",
                "feed behind, ms"),
            rows)
        .target(
            "at least %.1f x the bare driver where many entities write".formatted(WANTED),
            worst >= WANTED)
        .noise(floor);
  }
}
