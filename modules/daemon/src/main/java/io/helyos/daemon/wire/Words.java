package io.helyos.daemon.wire;

import io.helyos.model.PodId;
import io.helyos.orchestrator.Request;
import io.helyos.persistence.serialization.Compact;
import io.helyos.persistence.serialization.MessageFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;

/// The parts that messages are made of.
final class Words {
  private static final MessageFormat FORMAT = new MessageFormat();
  private static final long NONE = -1;

  private Words() {}

  /// Writes them.
  record Out(DataOutputStream data, ActorRefResolver actors) {
    void text(String text) throws IOException {
      Compact.writeText(data, text);
    }

    void number(long number) throws IOException {
      data.writeLong(number);
    }

    /// With every nanosecond, and as far back as the epoch of one that never was.
    void time(Instant time) throws IOException {
      data.writeLong(time.getEpochSecond());
      data.writeInt(time.getNano());
    }

    void texts(Map<String, String> texts) throws IOException {
      data.writeInt(texts.size());
      for (var one : texts.entrySet()) {
        text(one.getKey());
        text(one.getValue());
      }
    }

    void texts(List<String> texts) throws IOException {
      data.writeInt(texts.size());
      for (var one : texts) text(one);
    }

    void actor(ActorRef<?> actor) throws IOException {
      text(actors.toSerializationFormat(actor));
    }

    void pod(PodId pod) throws IOException {
      text(pod.project());
      text(pod.deployment());
      data.writeInt(pod.index());
    }

    /// A word of the model.
    void value(Object value) throws IOException {
      text(FORMAT.name(value));
      Compact.writeBytes(data, FORMAT.write(value));
    }

    void request(Request request) throws IOException {
      text(request.change());
      text(request.author());
      text(request.commandId());
      text(request.digest());
      text(request.cause());
      time(request.causeTime());
      number(request.expected().orElse(NONE));
    }
  }

  /// Reads them.
  record In(DataInputStream data, ActorRefResolver actors) {
    String text() throws IOException {
      return Compact.readText(data);
    }

    long number() throws IOException {
      return data.readLong();
    }

    Instant time() throws IOException {
      return Instant.ofEpochSecond(data.readLong(), data.readInt());
    }

    Map<String, String> texts() throws IOException {
      var texts = new HashMap<String, String>();
      for (var left = data.readInt(); left > 0; left--) texts.put(text(), text());
      return texts;
    }

    List<String> list() throws IOException {
      var texts = new ArrayList<String>();
      for (var left = data.readInt(); left > 0; left--) texts.add(text());
      return texts;
    }

    <T> ActorRef<T> actor() throws IOException {
      return actors.resolveActorRef(text());
    }

    PodId pod() throws IOException {
      return new PodId(text(), text(), data.readInt());
    }

    Object value() throws IOException {
      return FORMAT.read(text(), Compact.readBytes(data));
    }

    Request request() throws IOException {
      return new Request(
          text(),
          text(),
          text(),
          text(),
          text(),
          time(),
          Optional.of(number()).filter(sequence -> sequence != NONE));
    }
  }
}
