package io.helyos.http.spec;

import io.helyos.contract.resource.SpecResource;
import io.helyos.contract.spec.ContainerSpec;
import io.helyos.contract.spec.ProbeSpec;
import io.helyos.contract.spec.text.DurationText;
import io.helyos.model.template.Probe;
import io.helyos.model.template.Probe.Action;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks of a container: from the spec to the model, where the port has its number, and back.
final class Probes {
  private Probes() {}

  static Optional<Probe> of(Optional<ProbeSpec> probe, ContainerSpec container) {
    return probe.map(spec ->
        new Probe(
            action(spec, container),
            spec.interval(),
            spec.timeout(),
            spec.retries(),
            spec.startPeriod()));
  }

  private static Action action(ProbeSpec spec, ContainerSpec container) {
    var port = spec.portIn(container.ports());
    return switch (spec.check()) {
      case ProbeSpec.Check.Http(var path) -> new Action.Http(path, port.orElseThrow());
      case ProbeSpec.Check.Tcp() -> new Action.Tcp(port.orElseThrow());
      case ProbeSpec.Check.Exec(var command) -> new Action.Exec(command);
    };
  }

  /// Whole, in the field names of the spec.
  static Map<String, Object> fields(Probe probe) {
    var all = new LinkedHashMap<String, Object>();
    switch (probe.action()) {
      case Action.Http(var path, var port) -> {
        all.put("path", path);
        all.put("port", port);
      }
      case Action.Tcp(var port) -> {
        all.put("tcp", true);
        all.put("port", port);
      }
      case Action.Exec(var command) -> all.put("exec", command);
    }
    all.put("interval", DurationText.show(probe.interval()));
    all.put("timeout", DurationText.show(probe.timeout()));
    all.put("retries", probe.retries());
    all.put("startPeriod", DurationText.show(probe.startPeriod()));
    return all;
  }

  /// The shape that existing clients decode knows only a path.
  static SpecResource.@Nullable Healthcheck shape(Optional<Probe> probe) {
    return probe.isPresent() && probe.get().action() instanceof Action.Http(var path, _)
        ? new SpecResource.Healthcheck(
            path,
            DurationText.show(probe.get().interval()),
            DurationText.show(probe.get().timeout()),
            probe.get().retries())
        : null;
  }
}
