package io.helyos.load;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Events a second through entities into the embedded journal, against the bare SQLite driver that
/// writes the same rows in the same transactions.
final class JournalRate implements Benchmark {
  private static final int[] ENTITIES = {1, 100, 1_000};
  private static final int ROUNDS = 5;
  private static final Duration WINDOW = Duration.ofSeconds(3);

  private final List<Long> commits = new CopyOnWriteArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final Samples floor = new Samples();

  /// What a round has found.
  private record Round(double rate, double raw, double batch) {}

  @Override
  public String title() {
    return "Events a second";
  }

  @Override
  public void run(Report report) throws Exception {
    var folder = Files.createTempDirectory("helyos-bench");
    var journal = new Journal(folder.resolve("journal.db"));
    try (var entities = EntitiesInProcess.onFile(journal.file());
        var driver = new RawDriver(folder.resolve("raw.db"))) {
      entities.feed().onNews(() -> commits.add(head(entities)));
      entities.register(ENTITIES[ENTITIES.length - 1]);
      // The JIT's turn: not counted.
      round(entities, journal, driver, 100);
      for (var count : ENTITIES) measure(entities, journal, driver, count);
    } finally {
      Processes.deleteTree(folder);
    }
    tell(report);
  }

  private void measure(EntitiesInProcess entities, Journal journal, RawDriver driver, int count)
      throws Exception {
    var before = journal.size();
    var rates = new Samples();
    var raws = new Samples();
    var batches = new Samples();
    for (var i = 0; i < ROUNDS; i++) {
      var round = round(entities, journal, driver, count);
      rates.add(round.rate);
      raws.add(round.raw);
      batches.add(round.batch);
    }
    if (count == ENTITIES[ENTITIES.length - 1]) raws.copyTo(floor);
    var grown = journal.size().since(before);
    rows.add(
        Report.cells(
            count,
            rates.text(0),
            raws.text(0),
            rates.by(raws).text(2),
            batches.text(0),
            grown.bytes() / grown.events(),
            grown.fileBytes() / grown.events()));
  }

  private Round round(EntitiesInProcess entities, Journal journal, RawDriver driver, int count)
      throws Exception {
    var place = head(entities);
    commits.clear();
    var begun = System.nanoTime();
    entities.change(count, begun + WINDOW.toNanos());
    var seconds = (System.nanoTime() - begun) / 1e9;
    var events = head(entities) - place;
    var again = RawRows.after(journal, place, List.copyOf(commits));
    return new Round(
        events / seconds, events / driver.write(again), (double) events / again.batches().size());
  }

  private static long head(EntitiesInProcess entities) {
    return entities.feed().head().toCompletableFuture().join();
  }

  private void tell(Report report) {
    report
        .paragraph(
            "Node entities that are cordoned and uncordoned, each as soon as it has answered: every"
                + " command is decided, hashed into its chain, encoded, stored, shown by the view"
                + " and answered when it is on disk. Beside it the bare SQLite driver, in one"
                + " thread of the same process, writes the same rows in the same transactions (WAL,"
                + " `synchronous=FULL`). %d rounds of %d s, in turn; median (least to most)."
                    .formatted(ROUNDS, WINDOW.toSeconds()))
        .table(
            List.of(
                "entities at once",
                "events/s through entities",
                "events/s of the bare driver",
                "ratio",
                "events in a transaction",
                "bytes/event",
                "file growth/event"),
            rows)
        .paragraph(
            "File growth holds the event, its unique index and each entity's snapshots, in bytes.")
        .noise(floor);
  }
}
