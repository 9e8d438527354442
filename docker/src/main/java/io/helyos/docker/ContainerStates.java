package io.helyos.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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
        PublishedPorts.of(answer.getNetworkSettings()),
        Objects.requireNonNullElse(state.getError(), ""));
  }

  static ContainerState of(Container row) {
    var networks = row.getNetworkSettings();
    return new ContainerState(
        row.getId(),
        name(row.getNames()),
        row.getImage(),
        Objects.requireNonNullElse(row.getLabels(), Map.of()),
        phase(row.getState()),
        exitCode(row.getStatus()),
        false,
        Optional.empty(),
        Optional.empty(),
        ip(networks == null ? null : networks.getNetworks()),
        PublishedPorts.of(row.getPorts()),
        "");
  }

  private static boolean isOver(Phase phase) {
    return phase == Phase.EXITED || phase == Phase.DEAD;
  }

  /// Empty while a removal has taken the name already.
  private static String name(String @Nullable [] names) {
    return names == null || names.length == 0 ? "" : name(names[0]);
  }

  private static String name(String slashed) {
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }

  static Phase phase(@Nullable String status) {
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
}
