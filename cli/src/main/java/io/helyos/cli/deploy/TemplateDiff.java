package io.helyos.cli.deploy;

import io.helyos.contract.resource.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// In what two templates differ, field by field.
public final class TemplateDiff {
  private TemplateDiff() {}

  public static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
    var old = flat(before);
    var now = flat(after);
    var paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    var changes = new ArrayList<FieldChange>();
    for (var path : paths) {
      var was = old.get(path);
      var is = now.get(path);
      if (!Objects.equals(was, is)) changes.add(new FieldChange(path, was, is));
    }
    return changes;
  }

  private static Map<String, String> flat(Map<?, ?> tree) {
    var flat = new TreeMap<String, String>();
    tree.forEach((key, value) -> add(flat, String.valueOf(key), value));
    return flat;
  }

  private static void add(Map<String, String> flat, String path, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, inner) -> add(flat, path + "." + key, inner));
      case List<?> list -> {
        for (var i = 0; i < list.size(); i++) add(flat, path + "[" + i + "]", list.get(i));
      }
      case Object other -> flat.put(path, other.toString());
    }
  }
}
