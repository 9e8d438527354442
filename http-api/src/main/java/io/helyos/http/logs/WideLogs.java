package io.helyos.http.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Elsewhere;
import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.pod.Placement;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.PodContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.AsPublisher;
import org.apache.pekko.stream.javadsl.Framing;
import org.apache.pekko.stream.javadsl.FramingTruncation;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// The logs of containers on all nodes, for one caller: those of other daemons are read from them.
final class WideLogs implements ContainerLogs {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Above the longest line in its longest escaping.
  private static final int LONGEST = 1 << 18;

  private final ActorSystem<?> system;
  private final Elsewhere elsewhere;
  private final Call call;

  WideLogs(ActorSystem<?> system, Elsewhere elsewhere, Call call) {
    this.system = system;
    this.elsewhere = elsewhere;
    this.call = call;
  }

  @Override
  public CompletionStage<List<PodContainer>> of(PodId pod) {
    var node = call.view().pod(pod).flatMap(row -> row.state().placed()).map(Placement::node);
    var api = node.flatMap(at -> elsewhere.api(call, at));
    return api.isEmpty()
        ? call.core().logs().of(pod)
        : listed(api.get(), node.get(), pod.owner())
            .thenApply(all -> all.stream().filter(one -> one.pod().equals(pod)).toList());
  }

  @Override
  public CompletionStage<List<PodContainer>> of(DeploymentId owner) {
    var away = new ArrayList<CompletableFuture<List<PodContainer>>>();
    for (var node : nodes(owner)) {
      elsewhere
          .api(call, node)
          .ifPresent(api -> away.add(listed(api, node, owner).toCompletableFuture()));
    }
    if (away.isEmpty()) return call.core().logs().of(owner);
    away.add(call.core().logs().of(owner).toCompletableFuture());
    return CompletableFuture.allOf(away.toArray(CompletableFuture<?>[]::new))
        .handle((_, _) ->
            away.stream()
                .filter(list -> !list.isCompletedExceptionally())
                .flatMap(list -> list.join().stream())
                .sorted()
                .toList());
  }

  private List<String> nodes(DeploymentId owner) {
    return call.view().pods(owner).stream()
        .flatMap(row -> row.state().placed().stream())
        .map(Placement::node)
        .distinct()
        .toList();
  }

  private CompletionStage<List<PodContainer>> listed(String api, String node, DeploymentId owner) {
    return elsewhere
        .get(call, api, NodeLogRoutes.listPath(node, owner))
        .thenApply(WideLogs::good)
        .thenCompose(answer ->
            lines(answer)
                .map(line -> NodeLogRoutes.container(read(line)))
                .runWith(Sink.seq(), system));
  }

  @Override
  public Flow.Publisher<LogLine> lines(PodContainer container, LogQuery query) {
    var api = elsewhere.api(call, container.node());
    if (api.isEmpty()) return call.core().logs().lines(container, query);
    var path = NodeLogRoutes.linesPath(container, query);
    return Source.lazyCompletionStage(() -> elsewhere.get(call, api.get(), path))
        .map(WideLogs::good)
        .flatMapConcat(WideLogs::lines)
        .map(line -> NodeLogRoutes.line(read(line)))
        .runWith(JavaFlowSupport.Sink.asPublisher(AsPublisher.WITHOUT_FANOUT), system);
  }

  private static Source<String, ?> lines(HttpResponse answer) {
    return answer
        .entity()
        .getDataBytes()
        .via(Framing.delimiter(ByteString.fromString("\n"), LONGEST, FramingTruncation.ALLOW))
        .map(ByteString::utf8String)
        // Blank lines say that there is somebody.
        .filter(line -> !line.isBlank());
  }

  private static HttpResponse good(HttpResponse answer) {
    if (answer.status().isSuccess()) return answer;
    var kind =
        answer.status().intValue() == 404
            ? RuntimeFailure.Kind.NOT_FOUND
            : RuntimeFailure.Kind.UNREACHABLE;
    throw new RuntimeFailure(kind, "The daemon of its node answers " + answer.status());
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new RuntimeFailure(
          RuntimeFailure.Kind.UNREACHABLE, "The daemon of its node answers something else", e);
    }
  }
}
