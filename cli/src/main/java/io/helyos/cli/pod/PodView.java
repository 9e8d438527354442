package io.helyos.cli.pod;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PortBinding;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Pods as a table.
public final class PodView {
  private PodView() {}

  public static View<PodResource> at(InstantSource clock) {
    return View.of(
        "pod",
        PodResource::name,
        List.of(
            Column.of("Name", PodResource::name),
            Column.of("Project", PodResource::project),
            Column.of("Deployment", PodResource::deploymentName),
            Column.of("Status", pod -> pod.status().label()),
            Column.of("Image", PodResource::image),
            Column.passing("Age", pod -> Ages.of(pod.createdAt(), clock.instant()))),
        List.of(
            Column.of("Reason", PodResource::reason),
            Column.of("Node", pod -> Objects.requireNonNullElse(pod.node(), "")),
            Column.of("Restarts", pod -> Integer.toString(pod.restartCount())),
            Column.of("Ports", PodView::ports),
            Column.of("Incarnation", pod -> Long.toString(pod.incarnation()))));
  }

  /// `20001->3000/tcp`, as it is reached on the node.
  public static String ports(PodResource pod) {
    return pod.ports().stream().map(PodView::port).collect(Collectors.joining(","));
  }

  private static String port(PortBinding port) {
    var inside = port.container() + "/" + port.protocol();
    if (port.host() == 0) return inside;
    var ip = port.ip().isEmpty() ? "" : port.ip() + ":";
    return ip + port.host() + "->" + inside;
  }
}
