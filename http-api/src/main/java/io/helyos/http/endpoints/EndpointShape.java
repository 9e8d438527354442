package io.helyos.http.endpoints;

import io.helyos.contract.resource.EndpointResource;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodReport;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From pods to the places where they are reached. A pod is in the list as long as it may have
/// traffic: from the start of its container to the end of its drain.
final class EndpointShape {
  private static final Set<String> ANY = Set.of("", "0.0.0.0", "::");

  private EndpointShape() {}

  static List<EndpointResource> of(Deployment.Active deployment, View view) {
    return Names.pods(view, deployment.id())
        .flatMap(pod -> open(pod).stream())
        .flatMap(door -> of(door, deployment, view))
        .toList();
  }

  /// A pod that may have traffic.
  private record Door(
      Life life,
      Placement at,
      Pod.Container container,
      boolean ready,
      @Nullable Instant drainingSince) {}

  private static Optional<Door> open(Found<Pod> pod) {
    return switch (pod.state()) {
      case Pod.Running(var life, var at, var container, _) ->
          Optional.of(new Door(life, at, container, isReady(pod.state()), null));
      case Pod.Stopping(var life, var at, _, var drain) ->
          drain.map(it -> new Door(life, at, it.container(), false, it.since()));
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Creating _,
          Pod.BackingOff _,
          Pod.Stopped _,
          Pod.Failed _ ->
          Optional.empty();
    };
  }

  /// A pod of several gets traffic when all of its containers are ready.
  private static boolean isReady(Pod pod) {
    return PodReport.of(pod).filter(it -> it.phase() == PodReport.Phase.RUNNING).isPresent();
  }

  private static Stream<EndpointResource> of(Door door, Deployment.Active deployment, View view) {
    var node =
        view.node(door.at().node())
            .map(Row::state)
            .map(state -> state instanceof Node.Registered it ? it.facts().address() : "")
            .orElse("");
    return ports(door, deployment).map(port -> endpoint(door, port, node));
  }

  /// On the node's own network nothing is published: the ports are those that the spec names.
  private static Stream<PublishedPort> ports(Door door, Deployment.Active deployment) {
    return deployment.template().network() == NetworkMode.HOST
        ? Stream.concat(
                deployment.template().ports().stream(),
                deployment.template().companions().stream()
                    .flatMap(others -> others.beside().stream())
                    .flatMap(container -> container.ports().stream()))
            .map(port -> new PublishedPort(port.container(), port.container(), "", port.protocol()))
        : door.at().ports().stream();
  }

  private static EndpointResource endpoint(Door door, PublishedPort port, String node) {
    var pod = door.life().assignment().pod();
    return new EndpointResource(
        pod.podName(),
        pod.index(),
        door.at().node(),
        name(port, door.life().assignment().needs().ports()),
        ANY.contains(port.ip()) ? node : port.ip(),
        port.host(),
        door.container().ip().isEmpty() ? null : door.container().ip(),
        port.container(),
        port.protocol().name().toLowerCase(Locale.ROOT),
        door.ready(),
        door.drainingSince() != null,
        door.drainingSince());
  }

  private static String name(PublishedPort port, List<PortSpec> wanted) {
    return wanted.stream()
        .filter(it -> it.container() == port.container() && it.protocol() == port.protocol())
        .map(PortSpec::name)
        .findFirst()
        .orElse("");
  }
}
