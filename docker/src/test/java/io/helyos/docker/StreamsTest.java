package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.EngineProxy;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.Program;
import io.helyos.model.port.Recorder;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.Workbench;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Streams through a proxy that can be cut, beside the engine that never stops.
class StreamsTest {
  @RegisterExtension final Bench bench = new Bench();
  @TempDir Path directory;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private EngineProxy proxy;
  private DockerRuntime runtime;

  @BeforeEach
  void open() {
    proxy = Bench.proxy(directory);
    runtime = DockerRuntime.connect(URI.create("unix://" + proxy.socket()));
    logged.start();
    root().addAppender(logged);
  }

  @AfterEach
  void close() {
    root().detachAppender(logged);
    runtime.close();
    proxy.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private Recorder<ContainerEvent> events() {
    return Recorder.of(runtime.events(bench.bench().labels(), bench.bench().begin()));
  }

  private void awaitNoOpenStream() {
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(() -> assertThat(proxy.openAnswers()).isZero());
  }

  @Test
  void a_cut_stream_of_events_fails_once_and_in_silence() {
    var events = events();
    bench.bench().create(Program.EXIT_0);
    events.awaitItems(1);
    proxy.cutStreams();
    assertThat(events.awaitError())
        .isInstanceOfSatisfying(
            RuntimeFailure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
              assertThat(failure)
                  .hasMessage("the engine's events: the Docker engine has ended the stream");
            });
    assertThat(logged.list).filteredOn(e -> e.getLevel().isGreaterOrEqual(Level.WARN)).isEmpty();
    assertThat(proxy.count("GET", "/events")).as("it does not come back by itself").isEqualTo(1);
  }

  @Test
  void a_cancelled_stream_of_events_is_closed() {
    var events = events();
    bench.bench().create(Program.EXIT_0);
    events.awaitItems(1);
    assertThat(proxy.openAnswers()).isEqualTo(1);
    events.cancel();
    awaitNoOpenStream();
    assertThat(events.hasEnded()).isFalse();
  }

  @Test
  void a_cancelled_log_is_closed_even_when_nothing_was_asked_for() {
    var id = bench.bench().run(Program.PRINT_FOREVER);
    var lines = Recorder.of(runtime.logs(id, new LogQuery(true, -1, Optional.empty())), 0);
    await().atMost(Workbench.PATIENCE).until(() -> proxy.openAnswers() == 1);
    lines.cancel();
    awaitNoOpenStream();
    assertThat(lines.items()).isEmpty();
  }

  @Test
  void closing_the_runtime_ends_its_streams() {
    var events = events();
    bench.bench().create(Program.EXIT_0);
    events.awaitItems(1);
    runtime.close();
    assertThat(events.awaitError()).isInstanceOf(RuntimeFailure.class);
    awaitNoOpenStream();
  }

  @Test
  void a_call_after_closing_was_never_sent() {
    runtime.close();
    Workbench.assertFails(runtime.describe(), Kind.UNREACHABLE);
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void many_followers_read_at_the_same_time() {
    var id = bench.bench().run(Program.PRINT_FOREVER);
    var query = new LogQuery(true, -1, Optional.empty());
    var readers =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(_ -> Recorder.of(runtime.logs(id, query)))
            .toList();
    readers.forEach(reader -> reader.awaitItems(5));
    readers.forEach(Recorder::cancel);
    awaitNoOpenStream();
  }
}
