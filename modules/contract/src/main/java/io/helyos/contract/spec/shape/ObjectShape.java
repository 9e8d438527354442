package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentNode.Mapping;
import io.helyos.contract.spec.document.DocumentNode.Scalar;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// A map with known fields.
///
/// @param name of the map in the schema
/// @param exactlyOne of these fields is there, when there are any
/// @param check what holds between fields; called even when some were refused
public record ObjectShape<T>(
    String name,
    List<Field<?>> fields,
    List<Field<?>> exactlyOne,
    BiConsumer<Values, Reading> check,
    Function<Values, T> build)
    implements Shape<T> {
  /// More names than these in a message help nobody.
  private static final int LISTED = 8;

  public ObjectShape {
    fields = List.copyOf(fields);
    exactlyOne = List.copyOf(exactlyOne);
  }

  public static <T> ObjectShape<T> of(
      String name, List<Field<?>> fields, Function<Values, T> build) {
    return new ObjectShape<>(name, fields, List.of(), (_, _) -> {}, build);
  }

  public ObjectShape<T> oneOf(List<Field<?>> alternatives) {
    return new ObjectShape<>(name, fields, alternatives, check, build);
  }

  public ObjectShape<T> checking(BiConsumer<Values, Reading> rule) {
    return new ObjectShape<>(name, fields, exactlyOne, rule, build);
  }

  @Override
  public Optional<T> read(DocumentNode node, Reading reading) {
    return reading.plain(node).flatMap(plain -> readPlain(plain, reading));
  }

  private Optional<T> readPlain(DocumentNode node, Reading reading) {
    if (!(node instanceof Mapping mapping)) {
      var names = String.join(", ", fields.stream().map(Field::name).limit(4).toList());
      reading.wrongType(node, "a map with fields such as " + names, "write 'name: value' lines");
      return Optional.empty();
    }
    var values = new Values(mapping.position());
    Entries.forEach(mapping, reading, (key, value) -> entry(key, value, values, reading));
    fields.forEach(field -> absent(field, values, reading));
    one(values, reading);
    check.accept(values, reading);
    var complete = fields.stream().allMatch(field -> values.find(field).isPresent());
    return complete && isOne(values) ? Optional.of(build.apply(values)) : Optional.empty();
  }

  private void entry(Scalar key, DocumentNode value, Values values, Reading reading) {
    fields.stream()
        .filter(field -> field.name().equals(key.text()))
        .findFirst()
        .ifPresentOrElse(
            field -> known(field, key, value, values, reading.field(field.name())),
            () -> unknown(key, reading.key(key.text())));
  }

  private <V> void known(
      Field<V> field, Scalar key, DocumentNode value, Values values, Reading reading) {
    values.mark(field, value.position());
    var read = field.shape().read(value, reading);
    read.ifPresent(v -> values.put(field, v));
    // What says no more than leaving the field out is carried out already.
    if (reading.notYet().contains(field) && (read.isEmpty() || !read.equals(field.absent()))) {
      reading.refuse(
          key.position(),
          Code.NOT_SUPPORTED_YET,
          "expected a field that this version carries out, found '%s', which is not supported yet: remove it"
              .formatted(field.name()));
    }
  }

  private void unknown(Scalar key, Reading reading) {
    var names = fields.stream().map(Field::name).toList();
    var near = Nearest.to(key.text(), names);
    var advice =
        near.map(n -> "did you mean " + n + "?").orElseGet(() -> "remove it" + known(names));
    reading.refuse(
        key.position(),
        Code.UNKNOWN_FIELD,
        "expected a known field, found %s: %s".formatted(Found.text(key.text()), advice),
        near);
  }

  private static String known(List<String> names) {
    return names.size() > LISTED ? "" : ", the fields here are " + String.join(", ", names);
  }

  private static <V> void absent(Field<V> field, Values values, Reading reading) {
    if (values.has(field)) {
      return;
    }
    field
        .absent()
        .ifPresentOrElse(
            value -> values.put(field, value),
            () ->
                reading
                    .field(field.name())
                    .refuse(
                        values.position(field),
                        Code.MISSING_FIELD,
                        "expected the field '%s', found none: add it".formatted(field.name())));
  }

  private boolean isOne(Values values) {
    return exactlyOne.isEmpty() || exactlyOne.stream().filter(values::has).count() == 1;
  }

  private void one(Values values, Reading reading) {
    var there = exactlyOne.stream().filter(values::has).map(Field::name).toList();
    if (isOne(values)) {
      return;
    }
    var names = String.join(", ", exactlyOne.stream().map(Field::name).toList());
    var found = there.isEmpty() ? "none: add one" : String.join(" and ", there) + ": keep one";
    reading.refuse(
        values.position(exactlyOne.getFirst()),
        there.isEmpty() ? Code.MISSING_FIELD : Code.CONFLICT,
        "expected exactly one of %s, found %s".formatted(names, found));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return definitions.refer(name, () -> ObjectSchema.of(this, definitions));
  }
}
