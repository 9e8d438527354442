package io.helyos.persistence.cassandra.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.persistence.cassandra.feed.Protocol.Held;
import io.helyos.persistence.cassandra.feed.Protocol.Hello;
import io.helyos.persistence.cassandra.feed.Protocol.News;
import io.helyos.persistence.cassandra.feed.Protocol.Positions;
import java.util.Map;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProtocolSerializerTest {
  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "test");
  private final ProtocolSerializer serializer =
      new ProtocolSerializer((ExtendedActorSystem) system.classicSystem());

  @AfterEach
  void end() {
    system.terminate();
  }

  private Object again(Object message) {
    return serializer.fromBinary(serializer.toBinary(message), serializer.manifest(message));
  }

  @Test
  void every_message_arrives_as_it_was_sent() {
    var actor = system.<Reporter.Message>systemActorOf(Behaviors.empty(), "a", Props.empty());
    var reached = Map.of("pod|shop-api-0", 300L, "node|n1", 1L);
    for (var message :
        new Protocol[] {
          new Positions(reached, actor),
          new Hello(actor),
          new Held(reached),
          new News(100_000_000_000L, true),
          new News(0, false)
        }) {
      assertThat(again(message)).isEqualTo(message);
    }
  }

  @Test
  void a_message_of_a_newer_build_is_named() {
    assertThatThrownBy(() -> serializer.fromBinary(new byte[0], "praise"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("praise");
  }
}
