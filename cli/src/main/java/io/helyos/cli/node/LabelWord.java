package io.helyos.cli.node;

import io.helyos.contract.resource.LabelRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `key=value` or `key-`.
final class LabelWord implements ITypeConverter<LabelWord.Change> {
  /// One label to change.
  ///
  /// @param value empty when it is to be taken away
  record Change(String label, Optional<String> value) {}

  @Override
  public Change convert(String text) {
    var equals = text.indexOf('=');
    if (equals > 0) {
      return new Change(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
    }
    if (equals < 0 && text.endsWith("-") && text.length() > 1) {
      return new Change(text.substring(0, text.length() - 1), Optional.empty());
    }
    throw new TypeConversionException("expected key=value or key-, found \"" + text + "\"");
  }

  static LabelRequest request(List<Change> changes) {
    var set = new LinkedHashMap<String, String>();
    var remove = new ArrayList<String>();
    for (var change : changes) {
      change
          .value()
          .ifPresentOrElse(
              value -> set.put(change.label(), value), () -> remove.add(change.label()));
    }
    return new LabelRequest(set, remove);
  }
}
