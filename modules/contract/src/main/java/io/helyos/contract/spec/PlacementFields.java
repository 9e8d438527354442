package io.helyos.contract.spec;

import io.helyos.contract.spec.PlacementSpec.Mode;
import io.helyos.contract.spec.shape.EitherShape;
import io.helyos.contract.spec.shape.EitherShape.Alternative;
import io.helyos.contract.spec.shape.EitherShape.Form;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.MapShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.LabelKey;
import io.helyos.contract.spec.text.LabelSelector;
import io.helyos.contract.spec.text.LabelSelector.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `placement`.
final class PlacementFields {
  private static final Shape<LabelSelector> SELECTOR =
      Scalars.text("a selector such as role=web", LabelSelector::parse);

  static final Field<List<LabelSelector>> NODES =
      Field.standard(
          "nodes",
          new EitherShape<>(
              "labels such as {role: web} or selectors such as \"role in (web,api)\"",
              List.of(
                  new Alternative<>(
                      Form.MAP,
                      new MapShape<>(
                              "a map of labels",
                              LabelKey::parse,
                              Scalars.exactText(Limits.LABEL_BYTES),
                              Limits.LABELS)
                          .map(PlacementFields::equal)),
                  new Alternative<>(Form.TEXT, SELECTOR.map(List::of)),
                  new Alternative<>(
                      Form.LIST, ListShape.of("a list", SELECTOR, 0, Limits.ENTRIES)))),
          List.of(),
          "Labels that a node must have, or selectors that must match.");
  static final Field<Mode> MODE =
      Field.standard(
          "mode",
          Words.of(Mode.class),
          Mode.REPLICAS,
          "replicas",
          "replicas: as many as said; everynode: one on each fitting node.");
  static final Field<Optional<String>> SPREAD =
      Field.optional(
          "spread",
          Scalars.text("a label", LabelKey::parse),
          "The label whose values the pods are spread over.");
  static final Field<Boolean> EXCLUSIVE =
      Field.standard(
          "exclusive",
          Scalars.bool(),
          false,
          false,
          "Never two of a slot at any time, even in a partition.");

  static final ObjectShape<PlacementSpec> PLACEMENT =
      ObjectShape.of(
              "placement",
              List.of(NODES, MODE, SPREAD, EXCLUSIVE),
              v -> new PlacementSpec(v.get(NODES), v.get(MODE), v.get(SPREAD), v.get(EXCLUSIVE)))
          .checking(PlacementFields::check);

  private PlacementFields() {}

  /// Only one of the modes carries out its selectors so far.
  private static void check(Values values, Reading reading) {
    var replicas = values.find(MODE).equals(Optional.of(Mode.REPLICAS));
    var chooses = values.find(NODES).filter(nodes -> !nodes.isEmpty()).isPresent();
    if (replicas && chooses && reading.notYet().contains(SPREAD)) {
      reading.refuse(
          values,
          NODES,
          Code.NOT_SUPPORTED_YET,
          "expected nodes beside mode: everynode, found it with replicas, which is not supported"
              + " yet: remove it");
    }
  }

  private static List<LabelSelector> equal(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(e -> new LabelSelector(e.getKey(), Operator.EQUALS, List.of(e.getValue())))
        .toList();
  }
}
