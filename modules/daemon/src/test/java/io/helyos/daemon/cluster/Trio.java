package io.helyos.daemon.cluster;

import static org.awaitility.Awaitility.await;

import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Three daemons of one cluster. The first writes the token.
final class Trio implements AutoCloseable {
  static final Duration START = Duration.ofSeconds(90);

  private final List<DaemonProcess> daemons;

  private Trio(List<DaemonProcess> daemons) {
    this.daemons = daemons;
  }

  /// Starts them: one that begins the cluster, then those that find it.
  ///
  /// @param make the n-th daemon, without its cluster
  static Trio start(CassandraProcess server, String keyspace, IntFunction<DaemonProcess> make) {
    var daemons =
        IntStream.range(0, 3)
            .mapToObj(make)
            .map(daemon -> daemon.inCluster(server.port(), keyspace).with("--node-timeout", "8s"))
            .toList();
    var trio = new Trio(daemons);
    daemons.getFirst().start();
    daemons.stream().skip(1).forEach(DaemonProcess::launchOnly);
    daemons.forEach(trio::awaitReady);
    trio.awaitNodes(3);
    return trio;
  }

  void awaitReady(DaemonProcess daemon) {
    await(daemon.name() + " is ready:\n" + daemon.log())
        .atMost(START)
        .until(() -> daemon.isReady() || !daemon.isAlive());
    if (!daemon.isAlive()) throw new AssertionError("helyosd ended:\n" + daemon.log());
  }

  /// Waits until each living daemon says that so many nodes are ready.
  void awaitNodes(int count) {
    for (var daemon : daemons) {
      if (!daemon.isAlive()) continue;
      await(count + " nodes are ready for " + daemon.name())
          .atMost(START)
          .until(() ->
              StreamSupport.stream(
                          api(daemon).get("/api/v1/nodes").ok().body().spliterator(), false)
                      .filter(node -> node.get("status").asText().equals("ready"))
                      .count()
                  == count);
    }
  }

  DaemonProcess daemon(int number) {
    return daemons.get(number);
  }

  List<DaemonProcess> daemons() {
    return daemons;
  }

  Api api(int number) {
    return api(daemon(number));
  }

  private Api api(DaemonProcess daemon) {
    return daemon.api(daemons.getFirst());
  }

  /// What all of them have written, for whoever looks for the reason of a failure.
  String logs() {
    var all = new StringBuilder();
    daemons.forEach(daemon -> all.append(daemon.log()).append("\n----\n"));
    return all.toString();
  }

  @Override
  public void close() {
    daemons.forEach(DaemonProcess::close);
  }
}
