package io.helyos.contract.spec;

import io.helyos.contract.spec.ProbeSpec.Port;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.DnsLabel;
import io.helyos.contract.spec.text.ImageReference;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.contract.spec.text.Quote;
import io.helyos.contract.spec.text.RegistryHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The fields of one container: of the deployment itself, and of each in `containers`.
final class ContainerFields {
  static final Field<String> NAME =
      Field.required("name", Scalars.text("a name", DnsLabel::parse), "Unique in the pod.");
  static final Field<String> IMAGE =
      Field.required(
          "image",
          Scalars.text("an image", ContainerFields::image),
          "An OCI reference: registry:port/path:tag@digest.");
  static final Field<PullSpec> PULL =
      Field.standard(
          "pull",
          Words.of(PullSpec.class),
          PullSpec.MISSING,
          "missing",
          "When the image is fetched.");
  static final Field<List<SecretSpec>> SECRETS =
      Field.standard("secrets", SecretFields.LIST, List.of(), "Secrets of the project.");
  static final Field<List<PortSpec>> PORTS =
      Field.standard("ports", PortFields.LIST, List.of(), "Ports that the node publishes.");
  static final Field<List<VolumeSpec>> VOLUMES =
      Field.standard("volumes", VolumeFields.LIST, List.of(), "File systems that are mounted.");
  static final Field<ResourcesSpec> RESOURCES =
      Field.standard(
          "resources",
          ResourcesFields.RESOURCES,
          ResourcesSpec.UNLIMITED,
          "Limits, enforced on the container and counted by the scheduler.");
  static final Field<Optional<ProbeFields.Placed>> HEALTHCHECK =
      Field.optional("healthcheck", ProbeFields.PROBE, "Restarts the container when it fails.");
  static final Field<Optional<ProbeFields.Placed>> READINESS =
      Field.optional(
          "readiness", ProbeFields.PROBE, "Keeps traffic and rollouts waiting; never restarts.");

  /// All but the name, which only further containers have.
  static final List<Field<?>> ALL =
      Stream.of(
              List.<Field<?>>of(IMAGE, PULL),
              CommandFields.ALL,
              List.<Field<?>>of(SECRETS, PORTS, VOLUMES, RESOURCES, HEALTHCHECK, READINESS),
              IsolationFields.ALL)
          .flatMap(List::stream)
          .toList();

  static final Shape<List<ContainerSpec>> LIST =
      new ListShape<>(
          "a list of containers",
          ObjectShape.of("container", withName(), v -> build(v.get(NAME), v))
              .checking(ContainerFields::check),
          0,
          Limits.CONTAINERS,
          container -> List.of("the container name " + container.name()));

  private ContainerFields() {}

  private static List<Field<?>> withName() {
    var fields = new ArrayList<Field<?>>(List.of(NAME));
    fields.addAll(ALL);
    return fields;
  }

  private static Parsed<String> image(String text) {
    return ImageReference.parse(text).then(RegistryHost::check).map(_ -> text);
  }

  static void check(Values values, Reading reading) {
    CommandFields.check(values, reading);
    values
        .find(PORTS)
        .ifPresent(ports -> {
          portIsThere(HEALTHCHECK, ports, values, reading);
          portIsThere(READINESS, ports, values, reading);
        });
  }

  private static void portIsThere(
      Field<Optional<ProbeFields.Placed>> field,
      List<PortSpec> ports,
      Values values,
      Reading reading) {
    values
        .find(field)
        .flatMap(found -> found)
        .ifPresent(placed ->
            wrongPort(placed.probe(), ports)
                .ifPresent(why ->
                    reading.refuse(placed.port(), field, ProbeFields.PORT, Code.BAD_VALUE, why)));
  }

  // A number may be a port that is not published; a name must be one of `ports`.
  private static Optional<String> wrongPort(ProbeSpec probe, List<PortSpec> ports) {
    if (probe.check() instanceof ProbeSpec.Check.Exec || probe.portIn(ports).isPresent()) {
      return Optional.empty();
    }
    return switch (probe.port().orElse(null)) {
      case Port.Named(var name) -> Optional.of(wrongName(name, ports));
      case Port.Numbered _ -> Optional.empty();
      case null -> Optional.of("expected a TCP port to probe, found none: add it here or to ports");
    };
  }

  private static String wrongName(String name, List<PortSpec> ports) {
    var isThere = ports.stream().anyMatch(port -> port.name().equals(Optional.of(name)));
    return isThere
        ? "expected the name of a TCP port, found %s, which is UDP: probe another one or use exec"
            .formatted(Quote.of(name))
        : "expected the name of one of the ports, found %s: name a port so or use its number"
            .formatted(Quote.of(name));
  }

  static ContainerSpec build(String name, Values v) {
    return new ContainerSpec(
        name,
        v.get(IMAGE),
        v.get(PULL),
        CommandFields.build(v),
        v.get(SECRETS),
        v.get(PORTS),
        v.get(VOLUMES),
        v.get(RESOURCES),
        v.get(HEALTHCHECK).map(ProbeFields.Placed::probe),
        v.get(READINESS).map(ProbeFields.Placed::probe),
        IsolationFields.build(v));
  }
}
