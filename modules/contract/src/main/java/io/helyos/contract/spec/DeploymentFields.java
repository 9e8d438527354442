package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.MapShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.DnsLabel;
import io.helyos.contract.spec.text.DnsName;
import io.helyos.contract.spec.text.LabelKey;
import io.helyos.contract.spec.text.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The fields of a whole spec.
final class DeploymentFields {
  private static final Map<String, Object> NAME_SCHEMA =
      Map.of(
          "type", "string", "pattern", "^" + DnsLabel.PATTERN + "$", "maxLength", DnsLabel.LONGEST);

  static final Field<String> PROJECT =
      Field.required(
          "project",
          Scalars.text("a name", DnsLabel::parse, NAME_SCHEMA),
          "The name space of the deployment; made on first use.");
  static final Field<String> NAME =
      Field.required(
          "name", Scalars.text("a name", DnsLabel::parse, NAME_SCHEMA), "Unique in the project.");
  static final Field<String> DEPLOYMENT =
      Field.required(
          "deployment",
          ObjectShape.of("deployment", List.of(NAME), v -> v.get(NAME)),
          "What is deployed.");
  static final Field<Integer> REPLICAS =
      Field.standard(
          "replicas", Scalars.wholeNumber(0, Limits.REPLICAS), 1, 1, "How many pods run.");
  static final Field<NetworkSpec> NETWORK =
      Field.standard(
          "network", NetworkFields.NETWORK, NetworkSpec.DEFAULT, "How the pods are reached.");
  static final Field<Optional<String>> HOSTNAME =
      Field.optional(
          "hostname",
          Scalars.text("a host name", DnsName::parseHost),
          "The pod's own name for itself.");
  static final Field<RestartSpec> RESTART =
      Field.standard(
          "restart",
          Words.of(RestartSpec.class),
          RestartSpec.ALWAYS,
          "always",
          "Whether a container that has exited is started again.");
  static final Field<BackoffSpec> BACKOFF =
      Field.standard(
          "backoff", BackoffFields.BACKOFF, BackoffSpec.DEFAULT, "The wait before a restart.");
  static final Field<StopSpec> STOP =
      Field.standard("stop", StopFields.STOP, StopSpec.DEFAULT, "How a pod is asked to end.");
  static final Field<List<ContainerSpec>> CONTAINERS =
      Field.standard(
          "containers", ContainerFields.LIST, List.of(), "Further containers of each pod.");
  static final Field<List<ContainerSpec>> INIT_CONTAINERS =
      Field.standard(
          "initContainers",
          ContainerFields.LIST,
          List.of(),
          "Run to success, in order, before the others.");
  static final Field<UpdateSpec> UPDATE =
      Field.standard("update", UpdateFields.UPDATE, UpdateSpec.DEFAULT, "How a rollout moves.");
  static final Field<PlacementSpec> PLACEMENT =
      Field.standard(
          "placement", PlacementFields.PLACEMENT, PlacementSpec.ANYWHERE, "Where pods may run.");
  static final Field<Map<String, String>> LABELS =
      Field.standard(
          "labels",
          new MapShape<>(
              "a map of labels",
              LabelKey::parseOwn,
              Scalars.exactText(Limits.LABEL_BYTES),
              Limits.LABELS),
          Map.of(),
          "Free labels that lists can be narrowed by.");
  static final Field<Optional<Instant>> EXPIRES =
      Field.optional(
          "expires",
          Scalars.text(
              "a time such as 2030-01-31T12:00:00Z",
              Timestamp::parse,
              Map.of("type", "string", "format", "date-time")),
          "When the deployment is removed by itself.");

  static final ObjectShape<DeploymentSpec> SPEC =
      ObjectShape.of("spec", fields(), DeploymentFields::build).checking(DeploymentFields::check);

  private DeploymentFields() {}

  private static List<Field<?>> fields() {
    return Stream.of(
            List.<Field<?>>of(PROJECT, DEPLOYMENT, REPLICAS),
            ContainerFields.ALL,
            List.<Field<?>>of(NETWORK, HOSTNAME, RESTART, BACKOFF, STOP, CONTAINERS),
            List.<Field<?>>of(INIT_CONTAINERS, UPDATE, PLACEMENT, LABELS, EXPIRES))
        .flatMap(List::stream)
        .toList();
  }

  private static void check(Values values, Reading reading) {
    ContainerFields.check(values, reading);
    CompanionRules.check(values, reading);
    values
        .find(NETWORK)
        .filter(network -> network.mode() == NetworkSpec.Mode.NONE)
        .ifPresent(_ -> {
          isFromInside(ContainerFields.HEALTHCHECK, values, reading);
          isFromInside(ContainerFields.READINESS, values, reading);
        });
  }

  private static void isFromInside(
      Field<Optional<ProbeFields.Placed>> field, Values values, Reading reading) {
    var fromOutside =
        values
            .find(field)
            .flatMap(found -> found)
            .filter(placed -> !(placed.probe().check() instanceof ProbeSpec.Check.Exec));
    if (fromOutside.isEmpty()) return;
    reading.refuse(
        values,
        field,
        Code.CONFLICT,
        "expected exec beside network.mode none, found a probe of a port: "
            + "nothing can connect to this pod, use exec");
  }

  private static DeploymentSpec build(Values v) {
    return new DeploymentSpec(
        v.get(PROJECT),
        v.get(DEPLOYMENT),
        v.get(REPLICAS),
        ContainerFields.build("", v),
        v.get(NETWORK),
        v.get(HOSTNAME),
        v.get(RESTART),
        v.get(BACKOFF),
        v.get(STOP),
        v.get(CONTAINERS),
        v.get(INIT_CONTAINERS),
        v.get(UPDATE),
        v.get(PLACEMENT),
        v.get(LABELS),
        v.get(EXPIRES));
  }
}
