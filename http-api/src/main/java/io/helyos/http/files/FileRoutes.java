package io.helyos.http.files;

import io.helyos.http.edge.TimeLimit;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Elsewhere;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.exchange.SentBody;
import io.helyos.http.exchange.Streams;
import io.helyos.http.exec.EngineRefusals;
import io.helyos.http.naming.Containers;
import io.helyos.http.naming.Names;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Writes;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.OpenCopy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.jspecify.annotations.Nullable;

/// The routes of files in pods: first the pod's journal, then the engine, then the bytes. What goes
/// wrong before the first of them is answered like on every other route.
public final class FileRoutes {
  private static final String PATH = "/api/v1/pods/{pod}/files";
  private static final String[] PARAMETERS = {"path", "container"};
  private static final ContentType TAR = ContentTypes.parse("application/x-tar");
  private static final int LONGEST = 4096;

  private final Writes writes;
  private final Streams streams;
  private final Elsewhere elsewhere;
  private final Archives archives;
  private final ActorSystem<?> system;

  public FileRoutes(ActorSystem<?> system, Writes writes, Streams streams) {
    this.system = system;
    this.writes = writes;
    this.streams = streams;
    this.elsewhere = new Elsewhere(system);
    this.archives = new Archives(system);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, this::read, PARAMETERS),
        Route.write("PUT", PATH, Body.TAR, this::write, PARAMETERS));
  }

  private CompletionStage<HttpResponse> read(Call call) {
    streams.refuseTooMany(call);
    return opened(call, Optional.empty(), record -> read(call, record));
  }

  private CompletionStage<HttpResponse> read(Call call, CopyRecord record) {
    return call.core()
        .access()
        .read(record.place(), path(call))
        .handle((files, failure) -> {
          if (files == null) throw refused(record, failure);
          return streams.bytes(call, TAR, archives.given(files, record));
        });
  }

  private CompletionStage<HttpResponse> write(Call call) {
    TimeLimit.lift(call.request());
    var body = new SentBody(call.request(), system);
    return body.answered(
        () -> opened(call, Optional.of(body), record -> write(call, body, record)));
  }

  private CompletionStage<HttpResponse> write(Call call, SentBody body, CopyRecord record) {
    return call.core()
        .access()
        .write(record.place(), path(call), archives.sent(body, record))
        .handle((_, failure) -> {
          if (failure != null) throw refused(record, failure);
          record.ended();
          return Answers.empty();
        });
  }

  /// @param body of files that go into the pod; empty for those that come out
  private CompletionStage<HttpResponse> opened(
      Call call,
      Optional<SentBody> body,
      Function<CopyRecord, CompletionStage<HttpResponse>> then) {
    var path = path(call);
    var found = Names.getPod(call.view(), call.name("pod")).state();
    var api = found.placed().flatMap(at -> elsewhere.api(call, at.node()));
    if (api.isPresent()) {
      return body.map(sent -> elsewhere.put(call, api.get(), sent))
          .orElseGet(() -> elsewhere.get(call, api.get(), call.path()));
    }
    var pod = found.lived().orElseThrow().assignment().pod();
    var open = new OpenCopy(UUID.randomUUID().toString(), body.isPresent(), path);
    return writes
        .execute(call, pod.entity(), command(call, found, open))
        .thenCompose(done -> {
          if (done.value() instanceof ExecPlace place) {
            return then.apply(new CopyRecord(call, writes, pod.entity(), done, open.copy(), place));
          }
          // It ran when it was asked, and does not any more.
          throw Refusal.of(ProblemKind.STALE, "The pod's container has ended. Try again.");
        });
  }

  private static PodCommand command(Call call, Pod found, OpenCopy open) {
    var owner = found.lived().orElseThrow().assignment().pod().owner();
    return Containers.companion(call, owner)
        .<PodCommand>map(name -> new OfCompanion(name, open))
        .orElse(open);
  }

  private static String path(Call call) {
    var path = call.query().text("path").orElse("");
    if (path.startsWith("/") && path.length() <= LONGEST) return path;
    throw Query.bad(
        "Expected `path` to be a whole path in the container, such as /srv/data, found `%s`."
            .formatted(path.length() > 100 ? path.substring(0, 100) + "..." : path));
  }

  private static CompletionException refused(CopyRecord record, @Nullable Throwable failure) {
    var refusal = EngineRefusals.of(failure);
    record.failed(refusal.problem().sentence());
    return new CompletionException(refusal);
  }
}
