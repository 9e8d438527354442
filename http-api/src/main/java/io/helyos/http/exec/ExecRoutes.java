package io.helyos.http.exec;

import io.helyos.contract.exec.ExecChannel;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Elsewhere;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Streams;
import io.helyos.http.naming.Containers;
import io.helyos.http.naming.Names;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.OpenExec;
import io.helyos.model.port.ExecRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;

/// The route of commands in pods: first the pod's journal, then the engine, then the WebSocket.
/// What goes wrong before the conversation begins is answered like on every other route.
public final class ExecRoutes {
  private final ActorSystem<?> system;
  private final Writes writes;
  private final Streams streams;
  private final Elsewhere elsewhere;

  public ExecRoutes(ActorSystem<?> system, Writes writes, Streams streams) {
    this.system = system;
    this.writes = writes;
    this.streams = streams;
    this.elsewhere = new Elsewhere(system);
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/pods/{pod}/exec", this::open, ExecQuery.PARAMETERS));
  }

  private CompletionStage<HttpResponse> open(Call call) {
    var socket = socket(call);
    var wanted = ExecQuery.read(call.query());
    streams.refuseTooMany(call);
    var found = Names.getPod(call.view(), call.name("pod")).state();
    var api = found.placed().flatMap(at -> elsewhere.api(call, at.node()));
    if (api.isPresent()) return elsewhere.talk(call, api.get(), socket, ExecChannel.PROTOCOL);
    var pod = found.lived().orElseThrow().assignment().pod();
    var id = UUID.randomUUID().toString();
    var open = new OpenExec(id, wanted.command(), wanted.tty(), wanted.user());
    var command =
        Containers.companion(call, pod.owner())
            .<PodCommand>map(name -> new OfCompanion(name, open))
            .orElse(open);
    return writes
        .execute(call, pod.entity(), command)
        .thenCompose(done -> begin(call, pod.entity(), done, id, wanted, socket));
  }

  private static WebSocketUpgrade socket(Call call) {
    var socket =
        call.request()
            .getAttribute(AttributeKeys.webSocketUpgrade)
            .orElseThrow(() ->
                Refusal.of(
                        ProblemKind.UPGRADE_REQUIRED,
                        "Expected a WebSocket, found a plain request. `helyos exec` opens one.")
                    .with("Upgrade", "websocket"));
    for (var protocol : socket.getRequestedProtocols()) {
      if (protocol.equals(ExecChannel.PROTOCOL)) return socket;
    }
    throw Query.bad(
        "Expected Sec-WebSocket-Protocol to offer %s, found others or none."
            .formatted(ExecChannel.PROTOCOL));
  }

  private CompletionStage<HttpResponse> begin(
      Call call, EntityId pod, Done done, String id, ExecRequest wanted, WebSocketUpgrade socket) {
    if (!(done.value() instanceof ExecPlace place)) {
      // It ran when it was asked, and does not any more.
      throw Refusal.of(ProblemKind.STALE, "The pod's container has ended. Try again.");
    }
    var record = new ExecRecord(call, writes, pod, done, id, place);
    return call.core()
        .access()
        .exec(place, wanted)
        .handle((session, failure) -> {
          if (failure != null || session == null) {
            var refusal = EngineRefusals.of(failure);
            record.failed(refusal.problem().sentence());
            return CompletableFuture.<HttpResponse>failedStage(refusal);
          }
          var talk = new Conversation(system, session, record);
          return CompletableFuture.<HttpResponse>completedStage(
              socket.handleMessagesWith(talk.flow(call, streams), ExecChannel.PROTOCOL));
        })
        .thenCompose(answer -> answer);
  }
}
