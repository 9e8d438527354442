package io.helyos.model.reconciliation;

import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.VolumeSpec;
import java.util.List;
import java.util.TreeSet;

/// From an order to the container that carries it out, with everything that is safe by default.
public final class ContainerSpecs {
  private static final List<String> ALWAYS_DROPPED = List.of("NET_RAW", "MKNOD");
  private static final String NO_NEW_PRIVILEGES = "no-new-privileges";
  private static final long PIDS = 4096;
  private static final long LOG_BYTES = 10L << 20;
  private static final int LOG_FILES = 3;

  private ContainerSpecs() {}

  public static ContainerSpec of(Order order, String cluster, String node) {
    var template = order.template();
    var isolation = template.isolation();
    var dropped = new TreeSet<>(ALWAYS_DROPPED);
    dropped.addAll(isolation.dropCapabilities());
    var security = new TreeSet<>(isolation.securityOptions());
    security.add(NO_NEW_PRIVILEGES);
    return new ContainerSpec(
        order.pod().podName(),
        template.image(),
        Labels.of(order, cluster, node),
        template.process(),
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

  /// The bridge that the deployments of a project share.
  public static String projectNetwork(String project) {
    return "helyos-" + project;
  }

  private static String network(Order order) {
    return switch (order.template().network()) {
      case BRIDGE -> projectNetwork(order.pod().project());
      case HOST -> "host";
      case NONE -> "none";
    };
  }

  /// Whether the order's container needs the project's network to exist.
  public static boolean needsNetwork(Order order) {
    return order.template().network() == NetworkMode.BRIDGE;
  }

  /// Two projects that both name a volume `data` are not to share it.
  private static VolumeSpec inProject(VolumeSpec volume, Order order) {
    return switch (volume) {
      case VolumeSpec.Named(var name, var mount) ->
          new VolumeSpec.Named("helyos-" + order.pod().project() + "-" + name, mount);
      case VolumeSpec.Bind bind -> bind;
      case VolumeSpec.Tmpfs tmpfs -> tmpfs;
    };
  }
}
