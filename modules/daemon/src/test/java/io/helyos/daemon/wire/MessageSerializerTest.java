package io.helyos.daemon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.orchestrator.neighbour.NeighbourMessage.Look;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Seen;
import java.util.List;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageSerializerTest {
  private final ActorSystem<Seen> system = ActorSystem.create(Behaviors.empty(), "wire");
  private final MessageSerializer serializer =
      new MessageSerializer((ExtendedActorSystem) Adapter.toClassic(system));

  @AfterEach
  void end() {
    system.terminate();
  }

  private Object there(Object message) {
    return serializer.fromBinary(serializer.toBinary(message), serializer.manifest(message));
  }

  @Test
  void a_look_at_containers_and_its_answer_arrive_as_they_were_sent() {
    var look = new Look("n1", List.of("own", "beside"), system);
    assertThat(there(look)).isEqualTo(look);
    assertThat(there(new Seen(true))).isEqualTo(new Seen(true));
    assertThat(there(new Seen(false))).isEqualTo(new Seen(false));
  }
}
