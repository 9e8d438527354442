package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.Specs;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real daemons that show each other certificates.
@Timeout(600)
class ClusterTlsTest {
  private static final String KEYSPACE = "cluster_tls";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;

  private static DaemonProcess daemon(String name, Certificates signed) {
    return DaemonProcess.simulated(folder.resolve(name), 1)
        .inCluster(CassandraProcess.shared().port(), KEYSPACE)
        .byTls(signed.authority(), signed.certificate("node"), signed.key("node"));
  }

  @Test
  void daemons_of_one_authority_form_a_cluster_and_one_of_another_does_not_get_in() {
    var ours = new Certificates(folder.resolve("ours")).sign("node", "ip:127.0.0.1");
    var theirs = new Certificates(folder.resolve("theirs")).sign("node", "ip:127.0.0.1");
    try (var first = daemon("first", ours);
        var second = daemon("second", ours);
        var stranger = daemon("stranger", theirs)) {
      first.start();
      second.launchOnly();
      await("two nodes").atMost(PATIENCE).until(() -> nodes(first) == 2);
      first.api().deploy(Specs.of("shop", "api", 4)).ok();
      await("pods on both").atMost(PATIENCE).until(() -> Pods.of(first.api(), "shop").allRun(4));
      assertThat(Pods.of(first.api(), "shop").byNode().values()).containsExactly(2, 2);

      stranger.launchOnly();

      await("the stranger is refused")
          .atMost(PATIENCE)
          .until(() -> stranger.log().contains("PKIX path"));
      assertThat(stranger.isReady()).isFalse();
      assertThat(nodes(first)).isEqualTo(2);
    }
  }

  private static long nodes(DaemonProcess daemon) {
    var all = daemon.api().get("/api/v1/nodes").ok().body();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(node -> node.get("status").asText().equals("ready"))
        .count();
  }
}
