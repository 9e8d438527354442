package io.helyos.client.config;

import io.helyos.client.failure.BadConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of TOML that a configuration of contexts needs: tables, strings, booleans and whole
/// numbers. A full parser would cost every command milliseconds at its start. All else is refused
/// with its line, never skipped.
final class Toml {
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();
  private int lineNumber;

  private Toml() {}

  /// Values as text, by table (the empty name is the top) and key. Parts of a table's name are
  /// joined by a zero character, which no name holds.
  static Map<String, Map<String, String>> read(String text, String file) {
    var toml = new Toml();
    var table = toml.table("");
    for (var line : text.lines().toList()) {
      toml.lineNumber++;
      var cursor = new TomlCursor(line);
      if (cursor.atEnd()) continue;
      table = toml.line(cursor, table);
    }
    if (!toml.problems.isEmpty()) {
      throw new BadConfig(
          file + " is no usable configuration: " + String.join("; ", toml.problems));
    }
    return toml.tables;
  }

  /// A string as TOML writes it.
  static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append(escaped((char) c)));
    return out.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' || c == 0x7f ? "\\u%04X".formatted((int) c) : String.valueOf(c);
    };
  }

  /// A key or a part of a table's name, quoted only if it must be.
  static String key(String name) {
    return !name.isEmpty() && name.chars().allMatch(TomlCursor::isBare) ? name : quoted(name);
  }

  private Map<String, String> table(String name) {
    return tables.computeIfAbsent(name, it -> new LinkedHashMap<>());
  }

  private Map<String, String> line(TomlCursor cursor, Map<String, String> table) {
    try {
      if (cursor.skip('[')) {
        var name = String.join("\0", cursor.dotted());
        cursor.expect(']');
        cursor.expectEnd();
        if (tables.containsKey(name)) throw cursor.wrong("a table that was not there before");
        return table(name);
      }
      var keys = cursor.dotted();
      if (keys.size() != 1) throw cursor.wrong("a key without dots");
      cursor.expect('=');
      var value = cursor.value();
      cursor.expectEnd();
      if (table.put(keys.getFirst(), value) != null) {
        throw cursor.wrong("each key once, \"" + keys.getFirst() + "\" is there twice");
      }
    } catch (TomlCursor.Unexpected e) {
      problems.add("line " + lineNumber + ": expected " + e.getMessage());
    }
    return table;
  }
}
