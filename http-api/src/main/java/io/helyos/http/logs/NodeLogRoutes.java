package io.helyos.http.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Streams;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// What other daemons read of the containers on a node of this one: which there are of a
/// deployment, and the lines of one of them. Both are one JSON object a line.
public final class NodeLogRoutes {
  private static final String LIST = "/api/v1/nodes/{node}/containers";
  private static final String LINES = "/api/v1/nodes/{node}/lines";
  private static final int ALL = -1;

  private final Streams streams;

  public NodeLogRoutes(Streams streams) {
    this.streams = streams;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(LIST, this::list, "project", "deployment"),
        Route.get(
            LINES, this::lines, "project", "deployment", "container", "follow", "tail", "since"));
  }

  static String listPath(String node, DeploymentId owner) {
    return LIST.replace("{node}", node)
        + "?project=%s&deployment=%s".formatted(owner.project(), owner.name());
  }

  static String linesPath(PodContainer container, LogQuery query) {
    var owner = container.pod().owner();
    return LINES.replace("{node}", container.node())
        + "?project=%s&deployment=%s&container=%s&follow=%s"
            .formatted(owner.project(), owner.name(), container.id(), query.follow())
        + (query.tail() == ALL ? "" : "&tail=" + query.tail())
        + query.since().map(since -> "&since=" + since).orElse("");
  }

  private CompletionStage<HttpResponse> list(Call call) {
    return here(call)
        .thenApply(found ->
            streams.lines(call, Source.from(found).map(container -> json(fields(container)))));
  }

  private CompletionStage<HttpResponse> lines(Call call) {
    var id = required(call, "container");
    var query =
        new LogQuery(
            call.query().flag("follow", false),
            call.query().number("tail", 0, Integer.MAX_VALUE).map(Long::intValue).orElse(ALL),
            call.query().text("since").map(Instant::parse));
    return here(call)
        .thenApply(found ->
            found.stream()
                .filter(container -> container.id().equals(id))
                .findFirst()
                .orElseThrow(
                    () -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such container here.")))
        .thenApply(container ->
            streams.lines(
                call,
                JavaFlowSupport.Source.fromPublisher(call.core().logs().lines(container, query))
                    .map(line -> json(fields(line)))));
  }

  private static CompletionStage<List<PodContainer>> here(Call call) {
    var owner = new DeploymentId(required(call, "project"), required(call, "deployment"));
    var node = call.name("node");
    return call.core()
        .logs()
        .of(owner)
        .handle((found, failure) -> {
          if (failure != null) throw Ended.refusal(failure);
          return found.stream().filter(container -> container.node().equals(node)).toList();
        });
  }

  private static String required(Call call, String name) {
    return call.query()
        .text(name)
        .orElseThrow(() -> Query.bad("Expected the parameter `%s`, found none.".formatted(name)));
  }

  private static ByteString json(Map<String, Object> fields) {
    return ByteString.fromArray(Answers.bytes(fields)).concat(ByteString.fromString("\n"));
  }

  private static Map<String, Object> fields(PodContainer container) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("project", container.pod().project());
    fields.put("deployment", container.pod().deployment());
    fields.put("index", container.pod().index());
    container.seat().companion().ifPresent(name -> fields.put("companion", name));
    fields.put("incarnation", container.incarnation());
    fields.put("attempt", container.attempt());
    fields.put("node", container.node());
    fields.put("id", container.id());
    fields.put("running", container.isRunning());
    return fields;
  }

  static PodContainer container(JsonNode fields) {
    var pod =
        new PodId(
            fields.required("project").asText(),
            fields.required("deployment").asText(),
            fields.required("index").asInt());
    return new PodContainer(
        new Seat(pod, Optional.ofNullable(fields.get("companion")).map(JsonNode::asText)),
        fields.required("incarnation").asLong(),
        fields.required("attempt").asInt(),
        fields.required("node").asText(),
        fields.required("id").asText(),
        fields.required("running").asBoolean());
  }

  private static Map<String, Object> fields(LogLine line) {
    return Map.of("time", line.time().toString(), "stderr", line.stderr(), "text", line.text());
  }

  static LogLine line(JsonNode fields) {
    return new LogLine(
        Instant.parse(fields.required("time").asText()),
        fields.required("stderr").asBoolean(),
        fields.required("text").asText());
  }
}
