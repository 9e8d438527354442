package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  /// What engines of several versions have said, and what becomes of it.
  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(404, "No such image: x:latest", Kind.IMAGE_MISSING, "No such image: x:latest"),
        Arguments.of(404, "No such container: x", Kind.NOT_FOUND, "No such container: x"),
        Arguments.of(404, "network n not found", Kind.INVALID, "network n not found"),
        Arguments.of(
            409,
            "Conflict. The container name \"/x\" is already in use by container \"1\".",
            Kind.NAME_TAKEN,
            "Conflict. The container name \"/x\" is already in use by container \"1\"."),
        Arguments.of(
            409,
            "removal of container x is already in progress",
            Kind.ENGINE_ERROR,
            "removal of container x is already in progress"),
        Arguments.of(400, "invalid reference format", Kind.INVALID, "invalid reference format"),
        Arguments.of(
            500,
            "driver failed programming external connectivity on endpoint x (ab): "
                + "Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use",
            Kind.PORT_TAKEN,
            "host port 8080 is already in use on 0.0.0.0"),
        Arguments.of(
            500,
            "driver failed programming external connectivity on endpoint x (ab): "
                + "Bind for 127.0.0.1:443 failed: port is already allocated",
            Kind.PORT_TAKEN,
            "host port 443 is already in use on 127.0.0.1"),
        Arguments.of(
            500,
            "failed to set up container networking: driver failed programming external connectivity"
                + " on endpoint x (ab): failed to bind host port for [::]:80:172.17.0.2:80/tcp:"
                + " address already in use",
            Kind.PORT_TAKEN,
            "host port 80 is already in use on [::]"),
        Arguments.of(
            500,
            "failed to set up container networking: driver failed programming external connectivity"
                + " on endpoint x (ab): failed to bind host port 0.0.0.0:80/tcp: address already in use",
            Kind.PORT_TAKEN,
            "host port 80 is already in use on 0.0.0.0"),
        Arguments.of(
            400,
            "failed to create task for container: failed to create shim task: OCI runtime create"
                + " failed: runc create failed: unable to start container process: exec: \"/x\":"
                + " permission denied: unknown",
            Kind.INVALID,
            "the process cannot be started: exec: \"/x\": permission denied; check command and args"),
        Arguments.of(503, "", Kind.ENGINE_ERROR, "the Docker engine gave no reason"),
        Arguments.of(500, "no space left on device", Kind.ENGINE_ERROR, "no space left on device"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void the_engines_words_tell_the_kind(int status, String said, Kind kind, String message) {
    var failure =
        Refusals.of(status, "{\"message\":\"" + said.replace("\"", "\\\"") + "\"}\n", null);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessage(message);
    assertThat(Refusals.of(status, said, null)).as("without JSON").hasMessage(message);
  }

  static Stream<Arguments> transport() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), Kind.UNREACHABLE),
        Arguments.of(new SocketException("No such file or directory"), Kind.UNREACHABLE),
        Arguments.of(new SocketException("Permission denied"), Kind.UNREACHABLE),
        Arguments.of(new UnknownHostException("nowhere"), Kind.UNREACHABLE),
        Arguments.of(new SocketException("Broken pipe"), Kind.UNKNOWN_OUTCOME),
        Arguments.of(new SocketTimeoutException("Read timed out"), Kind.UNKNOWN_OUTCOME),
        Arguments.of(new EOFException(), Kind.UNKNOWN_OUTCOME));
  }

  @ParameterizedTest
  @MethodSource("transport")
  void a_broken_connection_is_unreachable_only_when_nothing_was_sent(IOException e, Kind kind) {
    var failure = Failures.translate("create x", new RuntimeException(e));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageStartingWith("create x: ");
  }

  @Test
  void a_failure_comes_without_wrapping_from_a_chain_of_calls() {
    var failure = new RuntimeFailure(Kind.INVALID, "no");
    var chained = CompletableFuture.failedFuture(failure).thenApply(x -> x);
    assertThat(Failures.unwrapped(chained).exceptionNow()).isSameAs(failure);
  }
}
