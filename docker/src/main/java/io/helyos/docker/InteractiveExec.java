package io.helyos.docker;

import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Begins a command in a running container that somebody talks with: two requests on a virtual
/// thread, beside the lanes, as it is a person who waits.
final class InteractiveExec {
  private final EngineConnection engine;
  private final Calls calls;
  private final String container;
  private final String what;
  private final Set<StreamSubscription<?>> streams;

  /// @param streams where open streams stand, so that they can be closed with the runtime
  InteractiveExec(
      EngineConnection engine, Calls calls, String container, Set<StreamSubscription<?>> streams) {
    this.engine = engine;
    this.calls = calls;
    this.container = container;
    this.what = "run a command in " + container;
    this.streams = streams;
  }

  CompletableFuture<ExecSession> open(ExecRequest request) {
    var answer = new CompletableFuture<ExecSession>();
    Thread.ofVirtual()
        .name("docker-exec")
        .start(() -> {
          try {
            answer.complete(begin(request));
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private ExecSession begin(ExecRequest request) {
    if (request.command().isEmpty()) {
      throw new RuntimeFailure(Kind.INVALID, "expected a command to execute, found none");
    }
    var id = calls.within(what, () -> create(request));
    var attached = "{\"Detach\":false,\"Tty\":%b}".formatted(request.tty());
    var stream =
        calls.within(
            what,
            () ->
                engine.hijack(
                    "/exec/" + id + "/start", attached.getBytes(StandardCharsets.US_ASCII)));
    var session = new DockerSession(engine, calls, id, stream, request.tty(), streams);
    request.size().ifPresent(session::resize);
    return session;
  }

  private String create(ExecRequest request) {
    var creation =
        engine
            .streams()
            .execCreateCmd(container)
            .withCmd(request.command().toArray(String[]::new))
            .withAttachStdin(request.stdin())
            .withAttachStdout(true)
            .withAttachStderr(true)
            .withTty(request.tty())
            .withEnv(request.env().entrySet().stream().map(InteractiveExec::assignment).toList());
    request.user().ifPresent(creation::withUser);
    request.workdir().ifPresent(creation::withWorkingDir);
    return creation.exec().getId();
  }

  private static String assignment(Map.Entry<String, String> variable) {
    return variable.getKey() + "=" + variable.getValue();
  }
}
