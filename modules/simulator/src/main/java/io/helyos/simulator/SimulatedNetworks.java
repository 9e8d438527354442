package io.helyos.simulator;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The networks and published ports of one engine. Guarded by the engine's lock.
final class SimulatedNetworks {
  private static final Set<String> WITHOUT_ADDRESS = Set.of("host", "none");

  private static final class Bridge {
    private final int number;
    private int addresses = 1;
    private final Set<String> users = new HashSet<>();

    private Bridge(int number) {
      this.number = number;
    }
  }

  private final Map<String, Bridge> bridges = new HashMap<>();
  private final Map<String, String> portHolders = new HashMap<>();
  private int count;

  void ensure(String name) {
    bridges.computeIfAbsent(name, _ -> new Bridge(count++));
  }

  void remove(String name) {
    var bridge = bridges.get(name);
    if (bridge != null && bridge.users.isEmpty()) {
      bridges.remove(name);
    }
  }

  /// Takes ports and an address for a container that starts; returns the address.
  String join(String container, ContainerSpec spec) {
    if (WITHOUT_ADDRESS.contains(spec.network()) || spec.sharesNetworkOf().isPresent()) {
      return "";
    }
    var bridge = bridges.get(spec.network());
    if (bridge == null) {
      throw new RuntimeFailure(
          Kind.INVALID,
          "network '" + spec.network() + "' is not there: create it before the container starts");
    }
    takePorts(container, spec);
    bridge.users.add(container);
    return address(bridge);
  }

  void leave(String container, ContainerSpec spec) {
    for (var port : spec.ports()) {
      portHolders.remove(port.host() + "/" + port.protocol(), container);
    }
    var bridge = bridges.get(spec.network());
    if (bridge != null) {
      bridge.users.remove(container);
    }
  }

  private void takePorts(String container, ContainerSpec spec) {
    for (var port : spec.ports()) {
      var holder = portHolders.get(port.host() + "/" + port.protocol());
      if (holder != null) {
        throw new RuntimeFailure(
            Kind.PORT_TAKEN,
            "host port " + port.host() + " is held by container " + holder.substring(0, 12));
      }
    }
    for (var port : spec.ports()) {
      portHolders.put(port.host() + "/" + port.protocol(), container);
    }
  }

  private static String address(Bridge bridge) {
    var host = ++bridge.addresses;
    return "10." + bridge.number % 256 + "." + host / 256 % 256 + "." + host % 256;
  }
}
