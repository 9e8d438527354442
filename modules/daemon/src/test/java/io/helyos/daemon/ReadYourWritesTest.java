package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees who writes and then reads, and what two see who write at once.
@Timeout(300)
class ReadYourWritesTest {
  private static final int TIMES = 100;

  @TempDir static Path folder;
  private static DaemonProcess daemon;
  private static Api api;

  @BeforeAll
  static void start() {
    daemon = DaemonProcess.simulated(folder, 3).start();
    api = daemon.api();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  @Test
  void a_list_after_a_scale_never_shows_the_old_count() {
    api.deploy(Specs.of("shop", "api", 1)).ok();

    for (var round = 0; round < TIMES; round++) {
      var wanted = 1 + (round + 1) % 5;
      var mark = api.scale("shop", "api", wanted).ok().mark();

      assertThat(
              api.get("/api/v1/deployments?project=shop", mark)
                  .ok()
                  .body()
                  .get(0)
                  .get("replicas")
                  .asInt())
          .as("replicas after scale %d in round %d", wanted, round)
          .isEqualTo(wanted);
      var pods = api.get("/api/v1/pods?project=shop", mark).ok().body();
      assertThat(indexes(pods, _ -> true))
          .as("pods after scale %d in round %d", wanted, round)
          .containsAll(IntStream.range(0, wanted).boxed().toList());
      assertThat(indexes(pods, status -> !status.equals("stopping")))
          .as("pods that stay after scale %d in round %d", wanted, round)
          .allMatch(index -> index < wanted);
    }
  }

  private static List<Integer> indexes(JsonNode pods, Predicate<String> status) {
    return StreamSupport.stream(pods.spliterator(), false)
        .filter(pod -> status.test(pod.get("status").asText()))
        .map(pod -> pod.get("replica_index").asInt())
        .toList();
  }

  @Test
  void the_second_split_of_the_same_letters_is_refused_and_told_the_first() {
    api.deploy(Specs.of("first-half", "rest", 0)).ok();

    var second = api.deploy(Specs.of("first", "half-rest", 0));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().toString()).contains("first-half/rest");
  }

  @Test
  void of_two_splits_at_the_same_instant_exactly_one_wins() throws Exception {
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < TIMES; round++) {
        var replicas = round % 2;
        var gate = new CyclicBarrier(2);
        var one = both.submit(() -> deploy(gate, "a-b", "c", replicas));
        var two = both.submit(() -> deploy(gate, "a", "b-c", replicas));

        var isFirst = one.get().status() / 100 == 2;
        var loser = (isFirst ? two : one).get();
        assertThat(loser.status()).as("the loser of round %d: %s", round, loser).isEqualTo(409);
        assertThat(loser.body().toString()).contains(isFirst ? "a-b/c" : "a/b-c");
        assertThat((isFirst ? one : two).get().status() / 100).isEqualTo(2);
        remove(isFirst ? "a-b" : "a", isFirst ? "c" : "b-c");
      }
    }
  }

  private static Api.Reply deploy(CyclicBarrier gate, String project, String name, int replicas)
      throws Exception {
    gate.await();
    return api.deploy(Specs.of(project, name, replicas));
  }

  private static void remove(String project, String deployment) {
    var path = "/api/v1/projects/%s/deployments/%s".formatted(project, deployment);
    api.delete(path).ok();
    Wait.until("%s/%s is gone".formatted(project, deployment), () -> api.get(path).status() == 404);
  }
}
