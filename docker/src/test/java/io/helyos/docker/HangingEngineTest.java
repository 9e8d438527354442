package io.helyos.docker;

import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.EngineProxy;
import io.helyos.model.port.FaultyEngine.Fault;
import io.helyos.model.port.ProxiedEngine;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PullPolicy;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An engine that is there and does not answer, as one that was stopped in the midst of its work.
@Timeout(120)
class HangingEngineTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int LANES = 4;

  @TempDir Path directory;

  private static DockerRuntime connect(Path socket) {
    return DockerRuntime.connect(
        DockerSettings.of(URI.create("unix://" + socket))
            .withAnswerTimeout(PATIENCE)
            .withLanes(LANES));
  }

  private static Stream<CompletionStage<?>> crowd(DockerRuntime runtime, int each) {
    return IntStream.range(0, each)
        .boxed()
        .flatMap(i ->
            Stream.of(
                runtime.start("c" + i),
                runtime.rename("c" + i, "d" + i),
                runtime.stop("c" + i, "SIGTERM", Duration.ofSeconds(1)),
                runtime.remove("c" + i),
                runtime.inspect("c" + i),
                runtime.list(Map.of()),
                runtime.pull("image" + i, PullPolicy.NEVER),
                runtime.exec("c" + i, List.of("true"), PATIENCE)));
  }

  @Test
  void every_call_ends_soon_however_many_wait_and_what_was_not_sent_says_so() throws IOException {
    var socket = directory.resolve("frozen.sock");
    try (var frozen = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      frozen.bind(UnixDomainSocketAddress.of(socket), 4096);
      try (var runtime = connect(socket)) {
        var before = Thread.getAllStackTraces().size();
        var calls = crowd(runtime, 100).toList();
        assertThat(Thread.getAllStackTraces().size()).isLessThan(before + LANES + 30);
        var kinds = calls.stream().map(call -> failure(call).kind()).toList();
        assertThat(kinds).containsOnly(Kind.UNKNOWN_OUTCOME, Kind.UNREACHABLE);
        // Only what has had a lane was sent; without a limit to waiting it would be everything.
        assertThat(kinds).filteredOn(Kind.UNREACHABLE::equals).hasSizeGreaterThan(600);
      }
    }
  }

  @Test
  void what_was_never_sent_is_known_not_to_have_happened() throws IOException {
    var socket = directory.resolve("frozen.sock");
    try (var frozen = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      frozen.bind(UnixDomainSocketAddress.of(socket), 4096);
      try (var runtime = connect(socket)) {
        var first = IntStream.range(0, LANES).mapToObj(i -> runtime.start("c" + i)).toList();
        var late = runtime.start("late");
        first.forEach(call -> assertThat(failure(call).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME));
        RuntimeFailure unsent = failure(late);
        assertThat(unsent.kind()).isIn(Kind.UNREACHABLE, Kind.UNKNOWN_OUTCOME);
        assertThat(unsent).hasMessageStartingWith("start late: the Docker engine has not answered");
      }
    }
  }

  @Test
  void an_engine_that_goes_on_is_used_at_once() {
    var socket = directory.resolve("engine.sock");
    try (var engine =
        new ProxiedEngine(
            new EngineProxy(socket, TestEngine.socket()), HangingEngineTest::connect)) {
      done(engine.runtime().describe());
      engine.inflict(Fault.HANG);
      var calls = crowd((DockerRuntime) engine.runtime(), 10).toList();
      calls.forEach(call -> failure(call));
      engine.heal();
      assertThat(done(engine.runtime().describe()).version()).isNotBlank();
      assertThat(done(engine.runtime().inspect("no-such-container"))).isEmpty();
    }
  }
}
