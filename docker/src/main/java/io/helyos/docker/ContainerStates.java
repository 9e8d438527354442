package io.helyos.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ContainerPort;
import com.github.dockerjava.api.model.NetworkSettings;
import com.github.dockerjava.api.model.Ports;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the engine says of a container, by one question or as a row of a list, as the port's state.
final class ContainerStates {
  private static final Pattern EXIT_CODE = Pattern.compile("^Exited \\((-?\\d+)\\)");

  /// The engine's word for never.
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private ContainerStates() {}

  static ContainerState of(InspectContainerResponse answer) {
    var state = answer.getState();
    var config = answer.getConfig();
    var phase = phase(state.getStatus());
    return new ContainerState(
        answer.getId(),
        name(answer.getName()),
        Objects.requireNonNullElse(config.getImage(), ""),
        Objects.requireNonNullElse(config.getLabels(), Map.of()),
        phase,
        (int) Objects.requireNonNullElse(state.getExitCodeLong(), 0L).longValue(),
        Boolean.TRUE.equals(state.getOOMKilled()),
        instant(state.getStartedAt()),
        isOver(phase) ? instant(state.getFinishedAt()) : Optional.empty(),
        ip(answer.getNetworkSettings().getNetworks()),
        ports(answer.getNetworkSettings()),
        Objects.requireNonNullElse(state.getError(), ""));
  }

  static ContainerState of(Container row) {
    var networks = row.getNetworkSettings();
    return new ContainerState(
        row.getId(),
        name(row.getNames()[0]),
        row.getImage(),
        Objects.requireNonNullElse(row.getLabels(), Map.of()),
        phase(row.getState()),
        exitCode(row.getStatus()),
        false,
        Optional.empty(),
        Optional.empty(),
        ip(networks == null ? null : networks.getNetworks()),
        ports(row.getPorts()),
        "");
  }

  private static boolean isOver(Phase phase) {
    return phase == Phase.EXITED || phase == Phase.DEAD;
  }

  private static String name(String slashed) {
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }

  private static Phase phase(@Nullable String status) {
    return switch (String.valueOf(status)) {
      case "created" -> Phase.CREATED;
      case "running" -> Phase.RUNNING;
      case "paused" -> Phase.PAUSED;
      case "removing", "dead" -> Phase.DEAD;
      default -> Phase.EXITED;
    };
  }

  /// A list says it only in its text for people: `Exited (137) 5 minutes ago`.
  private static int exitCode(@Nullable String status) {
    var found = EXIT_CODE.matcher(Objects.requireNonNullElse(status, ""));
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private static Optional<Instant> instant(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse).filter(when -> !when.equals(NEVER));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String ip(@Nullable Map<String, ContainerNetwork> networks) {
    return networks == null
        ? ""
        : networks.values().stream()
            .map(ContainerNetwork::getIpAddress)
            .filter(ip -> ip != null && !ip.isEmpty())
            .findFirst()
            .orElse("");
  }

  private static List<PublishedPort> ports(ContainerPort @Nullable [] ports) {
    return ports == null
        ? List.of()
        : inOrder(
            Arrays.stream(ports)
                .filter(port -> port.getPublicPort() != null)
                .flatMap(port ->
                    published(
                        Objects.requireNonNull(port.getPrivatePort()),
                        Objects.requireNonNull(port.getPublicPort()),
                        port.getIp(),
                        port.getType())));
  }

  private static List<PublishedPort> ports(NetworkSettings settings) {
    Ports all = settings.getPorts();
    return all == null
        ? List.of()
        : inOrder(
            all.getBindings().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .flatMap(entry ->
                    Arrays.stream(entry.getValue())
                        .flatMap(binding ->
                            published(
                                entry.getKey().getPort(),
                                Integer.parseInt(binding.getHostPortSpec()),
                                binding.getHostIp(),
                                entry.getKey().getProtocol().toString()))));
  }

  private static Stream<PublishedPort> published(
      int container, int host, @Nullable String ip, @Nullable String protocol) {
    var address = ip == null || ip.equals("0.0.0.0") || ip.equals("::") ? "" : ip;
    return switch (String.valueOf(protocol)) {
      case "tcp" -> Stream.of(new PublishedPort(container, host, address, Protocol.TCP));
      case "udp" -> Stream.of(new PublishedPort(container, host, address, Protocol.UDP));
      default -> Stream.empty();
    };
  }

  /// A port on all addresses comes twice, once for each version of IP, and in any order.
  private static List<PublishedPort> inOrder(Stream<PublishedPort> ports) {
    return ports
        .distinct()
        .sorted(
            Comparator.comparingInt(PublishedPort::container).thenComparingInt(PublishedPort::host))
        .toList();
  }
}
