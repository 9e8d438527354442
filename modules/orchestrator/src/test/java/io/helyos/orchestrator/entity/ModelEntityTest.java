package io.helyos.orchestrator.entity;

import static io.helyos.orchestrator.entity.World.SHOP;
import static io.helyos.orchestrator.entity.World.START;
import static io.helyos.orchestrator.entity.World.caused;
import static io.helyos.orchestrator.entity.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.helyos.model.Rejection;
import io.helyos.model.delivery.Answer;
import io.helyos.model.journal.Recorded;
import io.helyos.model.project.ProjectCommand.Create;
import io.helyos.model.project.ProjectCommand.Delete;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectEvent.DeploymentListed;
import io.helyos.model.project.ProjectEvent.ProjectCreated;
import io.helyos.orchestrator.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The shell around a project: what it stores, when it answers, and what it remembers.
class ModelEntityTest {
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_command_is_answered_only_when_its_event_is_durable() {
    var gate = world.holdWrites();
    var answer = world.tell(new Create("shop"), user("c1"));
    await().until(() -> world.writes().sizes().size() == 1);

    assertThat(world.stored()).isEmpty();
    assertThat(world.view.find(SHOP)).isEmpty();
    gate.countDown();

    var done = (Answer.Done) answer.receiveMessage();
    assertThat(done.sequence()).isEqualTo(1);
    assertThat(done.change()).isEqualTo("c1");
    assertThat(world.events()).containsExactly(new ProjectCreated("shop"));
    assertThat(world.view.project("shop")).isPresent();
  }

  @Test
  void the_envelope_tells_who_when_and_why() {
    world.ask(new Create("shop"), Request.of("c1", "ann", "key-1", "digest-1"));
    world.ask(new ListDeployment("shop", "api"), caused("deployment|shop-api@1"));

    assertThat(world.stored())
        .extracting(Recorded::type, Recorded::change, Recorded::author, Recorded::cause)
        .containsExactly(
            tuple("ProjectCreated", "c1", "ann", ""),
            tuple("DeploymentListed", "change-1", "ann", "deployment|shop-api@1"));
    assertThat(world.stored().getFirst().command()).isEqualTo("key-1");
    assertThat(world.stored().getFirst().digest()).isEqualTo("digest-1");
    assertThat(world.stored().getFirst().daemon()).isEqualTo("daemon-1");
  }

  @Test
  void what_arrives_during_a_write_is_stored_in_the_next_one() {
    var gate = world.holdWrites();
    world.tell(new Create("shop"), user("c1"));
    await().until(() -> world.writes().sizes().size() == 1);
    var answers =
        List.of("a", "b", "c").stream()
            .map(name -> world.tell(new ListDeployment("shop", name), caused("deployment|x@1")))
            .toList();
    gate.countDown();

    for (var answer : answers) assertThat(answer.receiveMessage()).isInstanceOf(Answer.Done.class);
    assertThat(world.writes().sizes()).containsExactly(1, 3);
    assertThat(world.events())
        .containsExactly(
            new ProjectCreated("shop"),
            new DeploymentListed("a"),
            new DeploymentListed("b"),
            new DeploymentListed("c"));
  }

  @Test
  void a_write_that_failed_is_answered_by_nobody_and_what_waited_goes_on() {
    var gate = world.holdWrites();
    var lost = world.tell(new Create("shop"), user("c1"));
    await().until(() -> world.writes().sizes().size() == 1);
    var waiting = world.tell(new ListDeployment("shop", "a"), caused("deployment|x@1"));
    world.writes().failOne();
    gate.countDown();

    await()
        .until(() -> {
          world.pass(Duration.ofSeconds(1));
          return world.stored().size() == 2;
        });
    assertThat(waiting.receiveMessage()).isInstanceOf(Answer.Done.class);
    lost.expectNoMessage(MOMENT);
    assertThat(world.events())
        .containsExactly(new ProjectCreated("shop"), new DeploymentListed("a"));
    assertThat(world.stored()).extracting(Recorded::change).containsOnly("change-1");
  }

  @Test
  void a_users_command_is_stored_alone() {
    var gate = world.holdWrites();
    world.tell(new Create("shop"), user("c1"));
    await().until(() -> world.writes().sizes().size() == 1);
    world.tell(new ListDeployment("shop", "a"), caused("deployment|x@1"));
    world.tell(new Suspend(), user("c2"));
    var last = world.tell(new ListDeployment("shop", "b"), caused("deployment|y@1"));
    gate.countDown();

    last.receiveMessage();
    assertThat(world.writes().sizes()).containsExactly(1, 1, 1, 1);
  }

  @Test
  void a_repeated_command_id_is_answered_from_memory() {
    var request = Request.of("c1", "ann", "key-1", "digest-1");
    var first = world.ask(new Create("shop"), request);
    world.ask(new ListDeployment("shop", "api"), user("c2"));

    assertThat(world.ask(new Create("shop"), request)).isEqualTo(first);
    assertThat(world.stored()).hasSize(2);
  }

  @Test
  void a_repeated_command_id_is_answered_from_memory_after_a_restart() {
    var request = Request.of("c1", "ann", "key-1", "digest-1");
    var first = world.ask(new Create("shop"), request);

    world.restart();

    assertThat(world.ask(new Create("shop"), request)).isEqualTo(first);
    assertThat(world.stored()).hasSize(1);
  }

  @Test
  void a_command_id_of_another_request_is_refused() {
    world.ask(new Create("shop"), Request.of("c1", "ann", "key-1", "digest-1"));

    var answer = world.ask(new Suspend(), Request.of("c2", "ann", "key-1", "digest-2"));

    assertThat(kind(answer)).isEqualTo(Rejection.Kind.INVALID);
    assertThat(world.stored()).hasSize(1);
  }

  @Test
  void a_sequence_that_has_gone_by_is_refused() {
    world.ask(new Create("shop"));

    assertThat(kind(world.ask(new Suspend(), user("c2").expecting(7))))
        .isEqualTo(Rejection.Kind.PRECONDITION);
    assertThat(world.ask(new Suspend(), user("c2").expecting(1))).isInstanceOf(Answer.Done.class);
  }

  @Test
  void what_is_refused_leaves_no_trace() {
    assertThat(kind(world.ask(new Delete(), user("c1")))).isEqualTo(Rejection.Kind.NOT_FOUND);
    assertThat(world.stored()).isEmpty();
    assertThat(world.view.find(SHOP)).isEmpty();
  }

  private static Rejection.Kind kind(Answer answer) {
    return ((Answer.Refused) answer).rejection().kind();
  }

  @Test
  void every_hash_follows_from_the_one_before_also_across_a_restart() {
    world.ask(new Create("shop"));
    world.ask(new Suspend());
    world.restart();
    world.ask(new Resume());

    var hash = HashChain.root();
    var sequence = 0;
    for (var event : world.stored()) {
      hash = HashChain.next(hash, SHOP, ++sequence, event);
      assertThat(event.hash()).isEqualTo(hash);
    }
    assertThat(sequence).isEqualTo(3);
  }

  @Test
  void time_goes_on_when_the_clock_goes_back() {
    world.ask(new Create("shop"));
    world.clock(START.minusSeconds(3600));
    world.ask(new Suspend());

    assertThat(world.stored())
        .extracting(Recorded::time)
        .containsExactly(START, START.plusNanos(1000));
  }

  @Test
  void an_event_is_later_than_its_cause() {
    var cause = START.plusSeconds(5);
    var request = new Request("c1", "ann", "", "", "cluster|cluster@9", cause, Optional.empty());

    world.ask(new Create("shop"), request);

    assertThat(world.stored().getFirst().time()).isEqualTo(cause.plusNanos(1000));
  }

  @Test
  void a_snapshot_brings_back_state_sequence_hash_and_command_ids() {
    var request = Request.of("c1", "ann", "key-1", "digest-1");
    var first = world.ask(new Create("shop"), request);
    for (var n = 2; n <= 100; n++) world.ask(n % 2 == 0 ? new Suspend() : new Resume());
    var events = world.stored();
    // Only the snapshot is left to recover from.
    world.forgetEvents();

    world.restart();

    assertThat(world.ask(new Create("shop"), request)).isEqualTo(first);
    var next = (Answer.Done) world.ask(new Resume(), user("c2"));
    assertThat(next.sequence()).isEqualTo(101);
    var hash = world.stored().getLast();
    assertThat(hash.hash()).isEqualTo(HashChain.next(events.getLast().hash(), SHOP, 101, hash));
  }

  @Test
  void an_entity_with_nothing_to_do_asks_to_leave() {
    world.ask(new Create("shop"));

    world.pass(Duration.ofMinutes(3));

    world.shard.expectMessageClass(ClusterSharding.Passivate.class);
  }

  @Test
  void an_entity_that_waits_for_an_answer_stays() {
    world.ask(new ListDeployment("shop", "api"));
    await().until(() -> world.carrier.all().size() == 1);

    world.pass(Duration.ofMinutes(3));

    world.shard.expectNoMessage(MOMENT);
  }
}
