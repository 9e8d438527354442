package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.client.failure.HelyosException;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Three daemons of one cluster with simulated nodes, whose journal is in one Cassandra.
final class ThreeDaemons implements AutoCloseable {
  static final int COUNT = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);

  private final List<Daemon> daemons = new ArrayList<>();

  /// @param nodes of each daemon; a machine that is gone keeps them for so long that nothing moves
  static ThreeDaemons start(CassandraProcess server, String keyspace, int nodes) throws Exception {
    var three = new ThreeDaemons();
    for (var number = 0; number < COUNT; number++) {
      three.daemons.add(
          Daemon.start(
              "--name",
              "machine-" + number,
              "--runtime",
              "simulated:" + nodes,
              "--journal",
              "cassandra",
              "--cassandra",
              "127.0.0.1:" + server.port(),
              "--cassandra-keyspace",
              keyspace,
              "--insecure-cluster",
              "--node-timeout",
              "10m",
              "--cluster-port",
              Integer.toString(Daemon.freePort())));
    }
    three.awaitNodes(nodes);
    return three;
  }

  HelyosClient client(int number) throws IOException {
    return daemons.get(number).client(daemons.getFirst());
  }

  void kill(int number) throws InterruptedException {
    daemons.get(number).kill();
  }

  /// Starts a daemon that was killed, and waits until all have it again.
  void startAgain(int number, int nodes) throws Exception {
    daemons.set(number, daemons.get(number).startedAgain());
    awaitNodes(nodes);
  }

  private void awaitNodes(int nodes) throws Exception {
    for (var number = 0; number < COUNT; number++) {
      var client = client(number);
      Processes.await(
          "all nodes are ready", PATIENCE, POLL, () -> ready(client) == COUNT * (long) nodes);
    }
  }

  private static long ready(HelyosClient client) {
    try {
      return client.nodes().stream().filter(node -> node.status() == NodeStatus.READY).count();
    } catch (HelyosException notYet) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    for (var daemon : daemons) daemon.close();
  }
}
