package io.helyos.persistence.cassandra.feed;

import io.helyos.persistence.cassandra.feed.Protocol.Held;
import io.helyos.persistence.cassandra.feed.Protocol.Hello;
import io.helyos.persistence.cassandra.feed.Protocol.News;
import io.helyos.persistence.cassandra.feed.Protocol.Positions;
import io.helyos.persistence.serialization.Compact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/// [Protocol] as bytes. Named in `helyos-cassandra.conf`.
public final class ProtocolSerializer extends SerializerWithStringManifest {
  /// Never to be changed: daemons of two builds talk to each other during an upgrade.
  private static final int IDENTIFIER = 648_002;

  private final ActorRefResolver actors;

  public ProtocolSerializer(ExtendedActorSystem system) {
    this.actors = ActorRefResolver.get(Adapter.toTyped(system));
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return switch ((Protocol) message) {
      case Positions _ -> "positions";
      case Hello _ -> "hello";
      case Held _ -> "held";
      case News _ -> "news";
    };
  }

  @Override
  public byte[] toBinary(Object message) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      switch ((Protocol) message) {
        case Positions(var reached, var replyTo) -> {
          write(out, replyTo);
          write(out, reached);
        }
        case Hello(var replyTo) -> write(out, replyTo);
        case Held(var reached) -> write(out, reached);
        case News(var head, var caughtUp) -> {
          Compact.writeNumber(out, head);
          out.writeBoolean(caughtUp);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return switch (manifest) {
        case "positions" -> {
          var replyTo = readActor(in);
          yield new Positions(readPositions(in), replyTo);
        }
        case "hello" -> new Hello(readActor(in));
        case "held" -> new Held(readPositions(in));
        case "news" -> new News(Compact.readNumber(in), in.readBoolean());
        default ->
            throw new IllegalArgumentException(
                "Expected a message about the feed, found '%s'. Was it sent by a newer build?"
                    .formatted(manifest));
      };
    } catch (IOException cutOff) {
      throw new UncheckedIOException("A message about the feed ends too early.", cutOff);
    }
  }

  private void write(DataOutputStream out, ActorRef<Reporter.Message> actor) throws IOException {
    Compact.writeText(out, actors.toSerializationFormat(actor));
  }

  private ActorRef<Reporter.Message> readActor(DataInputStream in) throws IOException {
    return actors.resolveActorRef(Compact.readText(in));
  }

  private static void write(DataOutputStream out, Map<String, Long> reached) throws IOException {
    Compact.writeNumber(out, reached.size());
    for (var one : reached.entrySet()) {
      Compact.writeText(out, one.getKey());
      Compact.writeNumber(out, one.getValue());
    }
  }

  private static Map<String, Long> readPositions(DataInputStream in) throws IOException {
    var reached = new HashMap<String, Long>();
    for (var left = Compact.readNumber(in); left > 0; left--) {
      reached.put(Compact.readText(in), Compact.readNumber(in));
    }
    return reached;
  }
}
