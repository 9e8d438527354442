package io.helyos.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.template.PullPolicy;
import io.helyos.simulator.Delays;
import io.helyos.simulator.EngineFault;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImagesTest {
  private static final String REMOTE = "shop/api:1";
  private static final String MISSING = "shop/api:missing";
  private static final Duration PULL = Duration.ofSeconds(8);

  private final VirtualTimeline time = new VirtualTimeline(Instant.EPOCH);
  private final Delays delays = new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, PULL);
  private final SimulatedRuntime simulated =
      new SimulatedRuntime(
          new SimulatedEngine("sim-1", EngineSettings.DEFAULT.withDelays(delays), time));
  private final WatchedRuntime engine = new WatchedRuntime(simulated);
  private final Images images = new Images(engine, time);

  private CompletableFuture<String> fetch(String image, PullPolicy policy) {
    return images.fetch(image, policy).toCompletableFuture();
  }

  private Optional<String> digest(String image) {
    return images.digest(image).toCompletableFuture().join();
  }

  private long pulls() {
    return engine.count("pull");
  }

  @Test
  void pods_that_want_the_same_image_wait_for_one_pull() {
    var waiting = IntStream.range(0, 50).mapToObj(_ -> fetch(REMOTE, PullPolicy.MISSING)).toList();
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    time.advance(PULL);
    assertThat(waiting).allMatch(pull -> pull.join().startsWith("sha256:"));
    assertThat(pulls()).isEqualTo(1);
  }

  @Test
  void another_image_and_another_policy_are_other_pulls() {
    images.fetch(REMOTE, PullPolicy.MISSING);
    images.fetch(REMOTE, PullPolicy.ALWAYS);
    images.fetch("shop/web:1", PullPolicy.MISSING);
    assertThat(pulls()).isEqualTo(3);
  }

  @Test
  void one_who_gives_up_waiting_leaves_the_others_waiting() {
    var first = fetch(REMOTE, PullPolicy.MISSING);
    var second = fetch(REMOTE, PullPolicy.MISSING);
    assertThat(first.cancel(true)).isTrue();
    time.advance(PULL);
    assertThat(second.join()).startsWith("sha256:");
  }

  @Test
  void a_pull_that_fails_fails_for_all_who_wait_and_can_be_asked_for_again() {
    var first = fetch(MISSING, PullPolicy.MISSING);
    var second = fetch(MISSING, PullPolicy.MISSING);
    time.advance(PULL);
    assertThat(first.exceptionNow()).isInstanceOf(RuntimeFailure.class);
    assertThat(second.exceptionNow()).isSameAs(first.exceptionNow());
    images.fetch(MISSING, PullPolicy.MISSING);
    assertThat(pulls()).isEqualTo(2);
  }

  @Test
  void each_fetch_after_the_end_of_one_asks_the_engine() {
    images.fetch(REMOTE, PullPolicy.ALWAYS);
    time.advance(PULL);
    images.fetch(REMOTE, PullPolicy.ALWAYS);
    assertThat(pulls()).isEqualTo(2);
  }

  @Test
  void the_digest_of_a_fetched_image_is_known_without_a_call() {
    var fetched = fetch(REMOTE, PullPolicy.MISSING);
    time.advance(PULL);
    assertThat(digest(REMOTE)).contains(fetched.join());
    assertThat(pulls()).isEqualTo(1);
  }

  @Test
  void the_digest_of_an_image_on_the_machine_is_looked_up_once_for_many_starts() {
    for (var i = 0; i < 30; i++) {
      assertThat(digest("helyos/test:1")).isPresent();
    }
    assertThat(pulls()).isEqualTo(1);
  }

  @Test
  void what_is_known_of_an_image_is_forgotten_soon() {
    digest("helyos/test:1");
    time.advance(Images.KNOWN_FOR.minusSeconds(1));
    digest("helyos/test:1");
    assertThat(pulls()).isEqualTo(1);
    time.advance(Duration.ofSeconds(1));
    digest("helyos/test:1");
    assertThat(pulls()).isEqualTo(2);
  }

  @Test
  void an_image_that_is_not_there_has_no_digest_and_is_looked_for_each_time() {
    assertThat(digest(REMOTE)).isEmpty();
    images.fetch(REMOTE, PullPolicy.MISSING);
    time.advance(PULL);
    assertThat(digest(REMOTE)).isPresent();
  }

  @Test
  void an_engine_that_is_away_knows_no_digest() {
    simulated.inflict(EngineFault.REFUSE);
    assertThat(digest("helyos/test:1")).isEmpty();
    simulated.heal();
    assertThat(digest("helyos/test:1")).isPresent();
  }
}
