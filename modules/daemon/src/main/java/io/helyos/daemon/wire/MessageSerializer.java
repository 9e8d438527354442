package io.helyos.daemon.wire;

import io.helyos.model.EntityId;
import io.helyos.model.Rejection;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.pod.Needs;
import io.helyos.model.scheduling.Verdict;
import io.helyos.orchestrator.entity.EntityMessage;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Forward;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Forwarded;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Look;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Presence;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Seen;
import io.helyos.orchestrator.placement.Placements;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/// Commands for entities that live elsewhere, their answers, questions for the scheduler, and what
/// neighbours say.
public final class MessageSerializer extends SerializerWithStringManifest {
  /// Never to be changed: daemons of two builds talk to each other during an upgrade.
  private static final int IDENTIFIER = 648_003;

  private final ActorRefResolver actors;

  public MessageSerializer(ExtendedActorSystem system) {
    this.actors = ActorRefResolver.get(Adapter.toTyped(system));
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return switch (message) {
      case EntityMessage.Execute _ -> "execute";
      case EntityMessage.Wake _ -> "wake";
      case Answer.Done _ -> "done";
      case Answer.Refused _ -> "refused";
      case Presence _ -> "presence";
      case Forward _ -> "forward";
      case Forwarded _ -> "forwarded";
      case Look _ -> "look";
      case Seen _ -> "seen";
      case Placements.Ask _ -> "place";
      case Verdict _ -> "verdict";
      default ->
          throw new IllegalArgumentException(
              "%s is for this daemon only".formatted(message.getClass()));
    };
  }

  @Override
  public byte[] toBinary(Object message) {
    var bytes = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(bytes)) {
      write(message, new Words.Out(data, actors));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(Object message, Words.Out out) throws IOException {
    switch (message) {
      case EntityMessage.Execute(var command, var request, var replyTo) -> {
        out.value(command);
        out.request(request);
        out.actor(replyTo);
      }
      case Answer.Done done -> write(done, out);
      case Answer.Refused(var entity, var why) -> {
        out.text(entity.toString());
        out.value(why);
      }
      case Presence(var daemon, var api, var nodes, var desk) -> {
        out.text(daemon);
        out.text(api);
        out.texts(nodes);
        out.actor(desk);
      }
      case Forward(var node, var order, var replyTo) -> {
        out.text(node);
        out.value(order);
        out.actor(replyTo);
      }
      case Look(var node, var containers, var replyTo) -> {
        out.text(node);
        out.texts(containers);
        out.actor(replyTo);
      }
      case Seen(var running) -> out.number(running ? 1 : 0);
      case Placements.Ask ask -> write(ask, out);
      case Verdict verdict -> out.value(verdict);
      // The manifest says it all.
      default -> {}
    }
  }

  private static void write(Answer.Done done, Words.Out out) throws IOException {
    out.text(done.entity().toString());
    out.number(done.sequence());
    out.time(done.time());
    out.text(done.change());
    out.value(done.value());
  }

  private static void write(Placements.Ask ask, Words.Out out) throws IOException {
    out.pod(ask.pod());
    out.number(ask.incarnation());
    out.value(ask.needs());
    out.actor(ask.replyTo());
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    try (var data = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return read(manifest, new Words.In(data, actors));
    } catch (IOException cutOff) {
      throw new UncheckedIOException("A message between daemons ends too early.", cutOff);
    }
  }

  private static Object read(String manifest, Words.In in) throws IOException {
    return switch (manifest) {
      case "execute" -> new EntityMessage.Execute(in.value(), in.request(), in.actor());
      case "wake" -> new EntityMessage.Wake();
      case "done" ->
          new Answer.Done(EntityId.parse(in.text()), in.number(), in.time(), in.text(), in.value());
      case "refused" -> new Answer.Refused(EntityId.parse(in.text()), (Rejection) in.value());
      case "presence" -> new Presence(in.text(), in.text(), in.texts(), in.actor());
      case "forward" -> new Forward(in.text(), (Order) in.value(), in.actor());
      case "forwarded" -> new Forwarded();
      case "look" -> new Look(in.text(), in.list(), in.actor());
      case "seen" -> new Seen(in.number() == 1);
      case "place" -> new Placements.Ask(in.pod(), in.number(), (Needs) in.value(), in.actor());
      case "verdict" -> in.value();
      default ->
          throw new IllegalArgumentException(
              "Expected a message between daemons, found '%s'. Was it sent by a newer build?"
                  .formatted(manifest));
    };
  }
}
