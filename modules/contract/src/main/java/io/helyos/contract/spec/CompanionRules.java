package io.helyos.contract.spec;

import static io.helyos.contract.spec.DeploymentFields.CONTAINERS;
import static io.helyos.contract.spec.DeploymentFields.INIT_CONTAINERS;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the containers of one pod must not take from each other: names, and the ports of the
/// network that they share.
final class CompanionRules {
  /// The container that keeps the pod's network.
  private static final String HOLDER = "infra";

  private CompanionRules() {}

  static void check(Values values, Reading reading) {
    var names = new HashMap<String, String>();
    names.put(HOLDER, "the container that keeps the pod's network");
    values
        .find(DeploymentFields.DEPLOYMENT)
        .ifPresent(own -> names.put(own, "the deployment, and so the pod's own container"));
    for (var field : List.of(INIT_CONTAINERS, CONTAINERS)) {
      containers(values, field)
          .forEach(container -> name(container, field, names, values, reading));
    }
    containers(values, INIT_CONTAINERS)
        .forEach(container -> runsToSuccess(container, values, reading));
    ports(values, reading);
    if (values.find(DeploymentFields.NETWORK).filter(CompanionRules::isClosed).isPresent()) {
      containers(values, CONTAINERS).forEach(container -> fromInside(container, values, reading));
    }
  }

  private static List<ContainerSpec> containers(Values values, Field<List<ContainerSpec>> field) {
    return values.find(field).orElse(List.of());
  }

  private static void name(
      ContainerSpec container,
      Field<List<ContainerSpec>> field,
      Map<String, String> taken,
      Values values,
      Reading reading) {
    var whose = taken.get(container.name());
    // Twice in one list is said where it stands.
    if (whose != null && !whose.equals("one of " + field.name())) {
      reading.refuse(
          values,
          field,
          Code.DUPLICATE,
          "expected names of containers that nothing else in the pod has, found %s, which is the name of %s: choose another"
              .formatted(Quote.of(container.name()), whose));
    }
    taken.putIfAbsent(container.name(), "one of " + field.name());
  }

  private static void runsToSuccess(ContainerSpec container, Values values, Reading reading) {
    if (container.ports().isEmpty()
        && container.healthcheck().isEmpty()
        && container.readiness().isEmpty()) {
      return;
    }
    reading.refuse(
        values,
        INIT_CONTAINERS,
        Code.CONFLICT,
        "expected init containers without ports, healthcheck and readiness, found them in %s: it runs to its end before the pod serves anybody, remove them"
            .formatted(Quote.of(container.name())));
  }

  private static boolean isClosed(NetworkSpec network) {
    return network.mode() == NetworkSpec.Mode.NONE;
  }

  private static void fromInside(ContainerSpec container, Values values, Reading reading) {
    var all = List.of(container.healthcheck(), container.readiness());
    if (all.stream()
        .flatMap(Optional::stream)
        .allMatch(probe -> probe.check() instanceof ProbeSpec.Check.Exec)) {
      return;
    }
    reading.refuse(
        values,
        CONTAINERS,
        Code.CONFLICT,
        "expected exec beside network.mode none, found a probe of a port in %s: nothing can connect to this pod, use exec"
            .formatted(Quote.of(container.name())));
  }

  /// All containers of a pod listen on one address.
  private static void ports(Values values, Reading reading) {
    var taken = new HashMap<String, String>();
    values
        .find(ContainerFields.PORTS)
        .ifPresent(ports -> ports.forEach(port -> claims(port).forEach(c -> taken.put(c, ""))));
    for (var container : containers(values, CONTAINERS)) {
      for (var port : container.ports()) {
        for (var claim : claims(port)) {
          var other = taken.putIfAbsent(claim, container.name());
          if (other != null && !other.equals(container.name())) {
            taken(claim, container, values, reading);
          }
        }
      }
    }
  }

  private static List<String> claims(PortSpec port) {
    var protocol = "/" + port.protocol();
    var inside = "container port " + port.container() + protocol;
    return port.host()
        .map(host -> List.of(inside, "host port " + host + protocol))
        .orElseGet(() -> List.of(inside));
  }

  private static void taken(String claim, ContainerSpec container, Values values, Reading reading) {
    reading.refuse(
        values,
        CONTAINERS,
        Code.DUPLICATE,
        "expected %s in one container of the pod, found it again in %s: all share one address, choose another"
            .formatted(claim, Quote.of(container.name())));
  }
}
