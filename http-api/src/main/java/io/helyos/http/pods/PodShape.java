package io.helyos.http.pods;

import io.helyos.contract.resource.PodHealth;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import io.helyos.contract.resource.PortBinding;
import io.helyos.contract.resource.ProcessExit;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.model.EntityId;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.Trouble;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pod in the shape that clients read.
public final class PodShape {
  private PodShape() {}

  public static PodResource of(Found<Pod> found, Ids ids) {
    var pod = found.state();
    var life = pod.lived().orElseThrow();
    var id = life.assignment().pod();
    var node = pod.placed().map(Placement::node);
    var container = container(pod);
    var trouble = io.helyos.model.pod.PodStatus.trouble(pod);
    var exit = life.last().flatMap(Trouble::exitCode);
    return new PodResource(
        ids.of(id.entity()),
        ids.of(id.owner().entity()),
        id.project(),
        id.deployment(),
        id.index(),
        node.map(name -> ids.of(EntityId.node(name))).orElse(null),
        container.map(Pod.Container::id).orElse(null),
        container.map(Pod.Container::ip).filter(ip -> !ip.isEmpty()).orElse(null),
        status(pod),
        life.assignment().image(),
        life.allRestarts(),
        found.createdAt(),
        id.podName(),
        trouble.map(Trouble::reason).orElse(""),
        trouble.map(Trouble::message).orElse(""),
        isReady(pod),
        node.orElse(null),
        ports(pod, life.assignment().needs().ports()),
        life.incarnation(),
        life.attempt(),
        life.assignment().revision(),
        container.map(Pod.Container::digest).orElse(""),
        exit.orElse(null),
        exit.flatMap(code -> new ProcessExit(code).signal()).orElse(null),
        life.last().map(Trouble::lastLines).orElse(List.of()),
        container.map(Pod.Container::startedAt).orElse(null),
        nextAttempt(pod).orElse(null),
        health(pod, life.assignment()),
        ContainerShape.of(pod));
  }

  private static Optional<Instant> nextAttempt(Pod pod) {
    return switch (pod) {
      case Pod.BackingOff(_, _, _, var until) -> Optional.of(until);
      case Pod.Pending(_, _, var notBefore) -> notBefore;
      case Pod.Absent _,
          Pod.Reserving _,
          Pod.Creating _,
          Pod.Running _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          Optional.empty();
    };
  }

  /// A pod of several when all of its containers are.
  private static boolean isReady(Pod pod) {
    return PodReport.of(pod).filter(it -> it.phase() == PodReport.Phase.RUNNING).isPresent();
  }

  static PodStatus status(Pod pod) {
    return PodStatus.valueOf(io.helyos.model.pod.PodStatus.of(pod).orElseThrow().name());
  }

  private static @Nullable PodHealth health(Pod pod, Assignment assignment) {
    var isAsked = assignment.checked() || assignment.gated();
    if (!isAsked || !(pod instanceof Pod.Running(_, _, _, var health))) return null;
    return new PodHealth(
        health.liveness().name().toLowerCase(Locale.ROOT), health.answer(), health.since());
  }

  private static Optional<Pod.Container> container(Pod pod) {
    return pod instanceof Pod.Running(_, _, var container, _)
        ? Optional.of(container)
        : Optional.empty();
  }

  /// Those that its node has granted: what a pod only wishes for stands in its deployment.
  private static List<PortBinding> ports(Pod pod, List<PortSpec> wanted) {
    return pod.placed()
        .map(at -> at.ports().stream().map(port -> granted(port, wanted)).toList())
        .orElse(List.of());
  }

  private static PortBinding granted(PublishedPort port, List<PortSpec> wanted) {
    var name =
        wanted.stream()
            .filter(w -> w.container() == port.container() && w.protocol() == port.protocol())
            .map(PortSpec::name)
            .findFirst()
            .orElse("");
    return new PortBinding(name, port.container(), port.host(), port.ip(), word(port.protocol()));
  }

  private static String word(PortSpec.Protocol protocol) {
    return protocol.name().toLowerCase(Locale.ROOT);
  }
}
