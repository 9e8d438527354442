package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.Position;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.Parsed;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where in the spec the reader is, and to whom it reports.
///
/// @param notYet fields that are checked but not carried out
public record Reading(Report report, String path, Set<Field<?>> notYet) {
  private static final Pattern SIMPLE_KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  Reading field(String name) {
    return at(path.isEmpty() ? name : path + "." + name);
  }

  /// A key that the user chose; one with dots or worse in it is quoted.
  Reading key(String key) {
    return SIMPLE_KEY.matcher(key).matches() ? field(key) : at(path + "[" + quoted(key) + "]");
  }

  Reading item(int index) {
    return at(path + "[" + index + "]");
  }

  private Reading at(String deeper) {
    return new Reading(report, deeper, notYet);
  }

  private static String quoted(String key) {
    var text = Found.text(key);
    return "\"" + text.substring(1, text.length() - 1) + "\"";
  }

  public void refuse(Position at, Code code, String message) {
    refuse(at, code, message, Optional.empty());
  }

  public void refuse(Position at, Code code, String message, Optional<String> suggestion) {
    report.add(at, path, code, message, suggestion);
  }

  /// For rules between fields: the mistake is shown at one of them.
  public void refuse(Values values, Field<?> field, Code code, String message) {
    field(field.name()).refuse(values.position(field), code, message);
  }

  /// For rules that look into a field's own map.
  public void refuse(Position at, Field<?> outer, Field<?> inner, Code code, String message) {
    field(outer.name()).field(inner.name()).refuse(at, code, message);
  }

  <T> Optional<T> accept(Position at, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Value<T>(var value) -> Optional.of(value);
      case Parsed.Refused<T>(var code, var reason, var suggestion) -> {
        refuse(at, code, reason, suggestion);
        yield Optional.empty();
      }
    };
  }

  /// The node itself, where it is not an alias; a tag is reported and then looked through.
  Optional<DocumentNode> plain(DocumentNode node) {
    return switch (node) {
      case DocumentNode.Alias(var at, var name) -> {
        refuse(
            at,
            Code.YAML_ALIAS,
            "expected a value, found the alias *%s: write the value out".formatted(name));
        yield Optional.empty();
      }
      case DocumentNode.Tagged(var at, var tag, var tagged) -> {
        refuse(
            at,
            Code.YAML_TAG,
            "expected a plain value, found the tag %s: remove it".formatted(Found.tag(tag)));
        yield Optional.of(tagged);
      }
      case DocumentNode.Scalar _, DocumentNode.Sequence _, DocumentNode.Mapping _ ->
          Optional.of(node);
    };
  }

  void wrongType(DocumentNode node, String expected, String advice) {
    refuse(
        node.position(),
        Code.WRONG_TYPE,
        "expected %s, found %s: %s".formatted(expected, Found.describe(node), advice));
  }
}
