package io.helyos.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.helyos.model.port.ExecResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One command in a running container, from its making to its exit code: three requests on a
/// virtual thread, beside the lanes, so that a probe does not wait for the engine's slow work and a
/// command that takes its time holds up nobody.
final class ContainerExec {
  private static final byte[] ATTACHED =
      "{\"Detach\":false,\"Tty\":false}".getBytes(StandardCharsets.UTF_8);

  /// The engine's words, where the process of a command should have been.
  private static final String NOT_EXECUTED = "OCI runtime exec failed";

  private final EngineConnection engine;
  private final Calls calls;
  private final String what;
  private final String container;

  /// By the engine's name for it, empty until it has one.
  private String started = "";

  ContainerExec(EngineConnection engine, Calls calls, String container) {
    this.engine = engine;
    this.calls = calls;
    this.container = container;
    this.what = "run a command in " + container;
  }

  CompletableFuture<ExecResult> run(List<String> command, Duration timeout) {
    var answer = new CompletableFuture<ExecResult>();
    Thread.ofVirtual().name("docker-exec").start(() -> run(command, timeout, answer));
    return answer;
  }

  private void run(List<String> command, Duration timeout, CompletableFuture<ExecResult> answer) {
    try {
      answer.complete(calls.within(what, timeout, () -> execute(command)));
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
      if (!started.isEmpty()) {
        ExecLeftover.kill(engine, calls, started);
      }
    }
  }

  private ExecResult execute(List<String> command) {
    var id = calls.within(what, () -> create(command));
    started = id;
    var output = output(calls.within(what, () -> start(id)));
    if (output.startsWith(NOT_EXECUTED)) {
      // Newer engines refuse the start instead.
      throw Refusals.of(400, output, null);
    }
    return new ExecResult(ExecEnd.await(engine, calls, id, what), output);
  }

  private String create(List<String> command) {
    return engine
        .streams()
        .execCreateCmd(container)
        .withCmd(command.toArray(String[]::new))
        .withAttachStdout(true)
        .withAttachStderr(true)
        .exec()
        .getId();
  }

  private Response start(String id) {
    return engine.open(Method.POST, "/exec/" + id + "/start", ATTACHED);
  }

  /// Blocks until both outputs are closed.
  private String output(Response answer) {
    try (answer) {
      return ExecOutput.read(answer.getBody());
    } catch (IOException e) {
      throw Failures.translate(what, new UncheckedIOException(e));
    }
  }
}
