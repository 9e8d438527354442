package io.helyos.model.port;

import io.helyos.model.template.ProcessSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;

/// What the contract needs to know about the engine that it judges.
public interface EngineUnderTest {
  /// An engine remembers its newest events only, Docker 256 of them. Cases that look back and cases
  /// that make many events do not run at the same time.
  String EVENT_MEMORY = "event memory of the engine";

  /// The healthy way to the engine. May be shared by all cases.
  ContainerRuntime runtime();

  /// A new faulty way to the same engine; the case closes it.
  FaultyEngine faultyEngine();

  /// An image with a shell that is on the machine.
  default String image() {
    return "helyos/test:1";
  }

  /// An image that is not on the machine and that no registry gives away.
  default String missingImage() {
    return "localhost:1/helyos/absent:missing";
  }

  default ProcessSpec program(Program program) {
    return program.onShell();
  }

  /// The same as a command in a container that runs something else.
  default List<String> command(Program program) {
    return program.onShell().command();
  }

  /// A port of the engine's machine that nobody holds.
  default int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The desk of the case that is running.
  Workbench bench();
}
