package io.helyos.model.reconciliation;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The labels in which a container's identity lives. Names can be ambiguous, labels are not.
public final class Labels {
  public static final String CLUSTER = "helyos.cluster";
  public static final String PROJECT = "helyos.project";
  public static final String DEPLOYMENT = "helyos.deployment";
  public static final String INDEX = "helyos.index";
  public static final String INCARNATION = "helyos.incarnation";
  public static final String ATTEMPT = "helyos.attempt";
  public static final String REVISION = "helyos.revision";
  public static final String SPEC_HASH = "helyos.spec-hash";

  /// Of a companion only: its name in the pod. A container without it is the pod's own.
  public static final String CONTAINER = "helyos.container";

  /// On the node that a container belongs to: several simulated or real engines may share a
  /// machine.
  public static final String NODE = "helyos.node";

  private Labels() {}

  /// Whose container this is, and which life and start of it.
  public record Identity(Seat seat, long incarnation, int attempt) {
    /// Of a pod's own container.
    public Identity(PodId pod, long incarnation, int attempt) {
      this(Seat.of(pod), incarnation, attempt);
    }

    public PodId pod() {
      return seat.pod();
    }

    boolean isOf(Order order) {
      return seat.equals(order.seat())
          && incarnation == order.incarnation()
          && attempt == order.attempt();
    }
  }

  public static Map<String, String> of(Order order, String cluster, String node) {
    var labels =
        Map.of(
            CLUSTER, cluster,
            NODE, node,
            PROJECT, order.pod().project(),
            DEPLOYMENT, order.pod().deployment(),
            INDEX, Integer.toString(order.pod().index()),
            INCARNATION, Long.toString(order.incarnation()),
            ATTEMPT, Integer.toString(order.attempt()),
            REVISION, Integer.toString(order.revision()),
            SPEC_HASH, SpecHash.of(order.template()));
    if (order.companion().isEmpty()) return labels;
    var named = new HashMap<>(labels);
    named.put(CONTAINER, order.companion().get());
    return named;
  }

  /// Empty when the labels are not ours or make no sense; such a container is not touched.
  public static Optional<Identity> identity(Map<String, String> labels) {
    var project = labels.get(PROJECT);
    var deployment = labels.get(DEPLOYMENT);
    if (project == null || deployment == null) return Optional.empty();
    try {
      var pod = new PodId(project, deployment, Integer.parseInt(labels.getOrDefault(INDEX, "?")));
      return Optional.of(
          new Identity(
              new Seat(pod, Optional.ofNullable(labels.get(CONTAINER))),
              Long.parseLong(labels.getOrDefault(INCARNATION, "?")),
              Integer.parseInt(labels.getOrDefault(ATTEMPT, "?"))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Whether a container belongs to this cluster's agent of this node.
  public static boolean areOurs(ContainerState container, String cluster, String node) {
    return cluster.equals(container.labels().get(CLUSTER))
        && node.equals(container.labels().get(NODE));
  }
}
