package io.helyos.docker;

import com.github.dockerjava.api.model.ContainerPort;
import com.github.dockerjava.api.model.NetworkSettings;
import com.github.dockerjava.api.model.Ports;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ports that the engine has published, as it tells them in lists and in single answers.
final class PublishedPorts {
  private PublishedPorts() {}

  static List<PublishedPort> of(ContainerPort @Nullable [] ports) {
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

  static List<PublishedPort> of(NetworkSettings settings) {
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
