package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.EventLog;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A reader of the event stream that is killed again and again while events flow has each of them
/// once.
@Timeout(1200)
class KilledReaderTest {
  private static final int DEATHS = Integer.getInteger("deaths", 10);

  /// Of the whole run; a part of them between any two deaths.
  private static final int EVENTS = 100 * DEATHS;

  private static final int DEPLOYMENTS = 4;

  @TempDir Path folder;

  @Test
  void on_the_embedded_journal() {
    try (var daemon = DaemonProcess.simulated(folder, 3).start()) {
      readWhileItFlows(daemon);
    }
  }

  @Test
  void on_cassandra() {
    var server = CassandraProcess.shared();
    var daemon =
        DaemonProcess.simulated(folder, 3)
            .with("--journal", "cassandra")
            .with("--cassandra", "127.0.0.1:" + server.port())
            .with("--cassandra-keyspace", "killed_reader");
    try (daemon) {
      daemon.start();
      readWhileItFlows(daemon);
    }
  }

  private void readWhileItFlows(DaemonProcess daemon) {
    for (var n = 0; n < DEPLOYMENTS; n++) daemon.api().deploy(Specs.of("shop", "d" + n, 5)).ok();
    try (var log = new EventLog(daemon, folder.resolve("events")).start()) {
      for (var death = 1; death <= DEATHS; death++) {
        for (var round = 0; log.lines().size() < EVENTS / DEATHS * death; round++) {
          daemon.api().scale("shop", "d" + round % DEPLOYMENTS, (round * 7 + death) % 11).ok();
        }
        log.kill();
        log.start();
      }
      daemon.api().deploy(Specs.of("shop", "last", 0)).ok();
      Wait.until(
          "the last event has come",
          () ->
              log.lines().stream().anyMatch(line -> line.entity().equals("deployment|shop-last")));
      assertThatEachCameOnce(log.lines());
    }
  }

  /// Dense offsets alone would prove it; that the entities' own counts agree shows that the offsets
  /// are right.
  private static void assertThatEachCameOnce(List<EventLog.Line> lines) {
    assertThat(lines).hasSizeGreaterThan(EVENTS);
    assertThat(lines)
        .extracting(EventLog.Line::offset)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, lines.size()).boxed().toList());
    var sequences = new HashMap<String, Long>();
    for (var line : lines) {
      assertThat(line.sequence())
          .as("of %s at offset %d", line.entity(), line.offset())
          .isEqualTo(sequences.merge(line.entity(), 1L, Long::sum));
    }
  }
}
