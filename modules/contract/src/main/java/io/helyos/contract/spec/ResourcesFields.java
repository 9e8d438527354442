package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.CpuText;
import io.helyos.contract.spec.text.SizeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `resources`.
final class ResourcesFields {
  static final Field<Optional<Long>> MEMORY =
      Field.optional(
          "memory",
          Scalars.text(
              "a size such as 256m",
              "add the unit",
              SizeText.between(Limits.LEAST_MEMORY, Limits.MOST_MEMORY),
              VolumeFields.SIZE_SCHEMA),
          "A limit such as 256m or 1g.");
  static final Field<Optional<Long>> CPU =
      Field.optional(
          "cpu",
          Scalars.number(
              "a number of cores such as 0.5",
              CpuText::parse,
              Map.of("type", "number", "minimum", CpuText.LEAST, "maximum", CpuText.MOST)),
          "A limit in cores, such as 0.5.");

  static final ObjectShape<ResourcesSpec> RESOURCES =
      ObjectShape.of("resources", List.of(MEMORY, CPU), ResourcesFields::build);

  private ResourcesFields() {}

  private static ResourcesSpec build(Values v) {
    return new ResourcesSpec(exact(v.get(MEMORY)), exact(v.get(CPU)));
  }

  private static OptionalLong exact(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
