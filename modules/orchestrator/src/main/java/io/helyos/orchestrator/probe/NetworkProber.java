package io.helyos.orchestrator.probe;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.port.Prober;
import io.helyos.model.template.Probe;
import io.helyos.model.template.Probe.Action;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Asks containers over their own address, and by commands through their engine. Answers come on
/// the one thread that all questions share: whoever gets one must return quickly.
public final class NetworkProber implements Prober {
  private static final int LAST_PORT = 65_535;

  private final CommandProbe commands;
  private final ProbeLoop loop = new ProbeLoop();

  /// @param runtime the engine of the containers that are asked
  public NetworkProber(ContainerRuntime runtime) {
    this.commands = new CommandProbe(runtime);
  }

  @Override
  public CompletionStage<ProbeAnswer> ask(Probe probe, String container, String address) {
    return switch (probe.action()) {
      case Action.Exec(var command) -> commands.ask(container, command, probe.timeout());
      case Action.Tcp(var port) -> talk(address, port, new TcpTalk(), probe.timeout());
      case Action.Http(var path, var port) ->
          HttpTalk.isPath(path)
              ? talk(address, port, new HttpTalk(path, host(address, port)), probe.timeout())
              : refused("expected a path like /health in printable ASCII, found '" + path + "'");
    };
  }

  private CompletionStage<ProbeAnswer> talk(String address, int port, Talk talk, Duration timeout) {
    if (port < 1 || port > LAST_PORT) {
      return refused("expected a port from 1 to 65535, found " + port);
    }
    if (address.isEmpty()) {
      return refused("the container has no address of its own: use a command to probe it");
    }
    var literal = literal(address);
    return literal.isEmpty()
        ? refused("expected the container's own IP address, found '" + address + "'")
        : loop.begin(new Conversation(new InetSocketAddress(literal.get(), port), talk, timeout));
  }

  /// No name is ever looked up, and no address asked that cannot be a container's.
  private static Optional<InetAddress> literal(String address) {
    try {
      var literal = InetAddress.ofLiteral(address);
      return literal.isAnyLocalAddress()
              || literal.isMulticastAddress()
              || literal.isLinkLocalAddress()
          ? Optional.empty()
          : Optional.of(literal);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String host(String address, int port) {
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }

  private static CompletionStage<ProbeAnswer> refused(String why) {
    return CompletableFuture.completedFuture(ProbeAnswer.bad(Words.clean(why)));
  }

  /// Answers what is still open.
  @Override
  public void close() {
    loop.close();
  }
}
