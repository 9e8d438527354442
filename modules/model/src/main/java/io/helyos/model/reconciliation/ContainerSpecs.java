package io.helyos.model.reconciliation;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.template.Holder;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.VolumeSpec;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// From an order to the container that carries it out, with everything that is safe by default.
public final class ContainerSpecs {
  private static final List<String> ALWAYS_DROPPED = List.of("NET_RAW", "MKNOD");
  private static final String NO_NEW_PRIVILEGES = "no-new-privileges";
  private static final long PIDS = 4096;
  private static final long LOG_BYTES = 10L << 20;
  private static final int LOG_FILES = 3;
  private static final int LONGEST_HOSTNAME = 63;

  private ContainerSpecs() {}

  public static ContainerSpec of(Order order, String cluster, String node) {
    var template = order.template();
    var isolation = template.isolation();
    var dropped = new TreeSet<>(ALWAYS_DROPPED);
    dropped.addAll(isolation.dropCapabilities());
    var security = new TreeSet<>(isolation.securityOptions());
    security.add(NO_NEW_PRIVILEGES);
    return new ContainerSpec(
        order.seat().containerName(),
        template.image(),
        Labels.of(order, cluster, node),
        process(order, node),
        template.volumes().stream().map(volume -> inProject(volume, order)).toList(),
        network(order),
        order.ports(),
        template.resources(),
        template.stop(),
        isolation.addCapabilities(),
        List.copyOf(dropped),
        List.copyOf(security),
        isolation.readonlyRootfs(),
        PIDS,
        LOG_BYTES,
        LOG_FILES);
  }

  /// A process learns from its environment and its host name which pod it is; no specification can
  /// set these variables.
  private static ProcessSpec process(Order order, String node) {
    var process = order.template().process();
    var env = new TreeMap<>(process.env());
    env.put("HELYOS_PROJECT", order.pod().project());
    env.put("HELYOS_DEPLOYMENT", order.pod().deployment());
    env.put("HELYOS_POD", order.pod().podName());
    env.put("HELYOS_INDEX", Integer.toString(order.pod().index()));
    env.put("HELYOS_REVISION", Integer.toString(order.revision()));
    env.put("HELYOS_NODE", node);
    return new ProcessSpec(
        process.command(),
        process.args(),
        env,
        process.user(),
        process.workdir(),
        hostname(order),
        process.init());
  }

  /// The pod's own name, unless the spec has named the host; on the node's network it is the
  /// node's, on the pod's the holder's.
  private static Optional<String> hostname(Order order) {
    var named = order.template().process().hostname();
    return switch (order.template().network()) {
      case POD -> Optional.empty();
      case HOST -> named;
      case BRIDGE, NONE -> named.or(() -> Optional.of(hostname(order.pod().podName())));
    };
  }

  /// Host names are shorter than two long names joined; none ends in a hyphen.
  private static String hostname(String pod) {
    var end = Math.min(pod.length(), LONGEST_HOSTNAME);
    while (pod.charAt(end - 1) == '-') end--;
    return pod.substring(0, end);
  }

  /// The bridge that the deployments of a project share.
  public static String projectNetwork(String project) {
    return "helyos-" + project;
  }

  private static Seat holder(Order order) {
    return new Seat(order.pod(), Optional.of(Holder.NAME));
  }

  private static String network(Order order) {
    return switch (order.template().network()) {
      case BRIDGE -> projectNetwork(order.pod().project());
      case HOST -> "host";
      case NONE -> "none";
      case POD -> ContainerSpec.networkOf(holder(order).containerName());
    };
  }

  /// Whether the order's container needs the project's network to exist.
  public static boolean needsNetwork(Order order) {
    return order.template().network() == NetworkMode.BRIDGE;
  }

  /// Two projects that both name a volume `data` are not to share it. No name holds a dot, so no
  /// two pairs of names join to the same.
  private static VolumeSpec inProject(VolumeSpec volume, Order order) {
    return switch (volume) {
      case VolumeSpec.Named(var name, var mount) ->
          new VolumeSpec.Named("helyos-" + order.pod().project() + "." + name, mount);
      case VolumeSpec.Bind bind -> bind;
      case VolumeSpec.Tmpfs tmpfs -> tmpfs;
    };
  }
}
