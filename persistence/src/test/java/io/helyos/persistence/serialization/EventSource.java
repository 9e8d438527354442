package io.helyos.persistence.serialization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the comment above an event's record says of it and of its fields.
record EventSource(String meaning, Map<String, String> fields) {
  private static final Path MODEL = Path.of("..", "modules", "model", "src", "main", "java");
  private static final String PARAM = "@param ";

  static EventSource of(Class<? extends Record> event) throws IOException {
    var outer = Optional.<Class<?>>ofNullable(event.getDeclaringClass()).orElse(event);
    var file = MODEL.resolve(outer.getName().replace('.', '/') + ".java");
    return read(comment(Files.readAllLines(file), event.getSimpleName()), event);
  }

  private static List<String> comment(List<String> lines, String name) {
    var comment = new ArrayList<String>();
    for (var line : lines) {
      var text = line.strip();
      if (text.startsWith("record " + name + "(")) return comment;
      if (text.startsWith("///")) comment.add(text.substring(3).strip());
      else comment.clear();
    }
    throw new IllegalStateException("There is no record " + name);
  }

  private static EventSource read(List<String> comment, Class<?> event) {
    var fields = new HashMap<String, String>();
    var meaning = new ArrayList<String>();
    var field = "";
    for (var line : comment) {
      if (line.startsWith(PARAM)) {
        var words = line.substring(PARAM.length()).split(" ", 2);
        field = words[0];
        fields.put(field, words[1]);
      } else if (field.isEmpty()) {
        meaning.add(line);
      } else {
        fields.merge(field, line, (before, more) -> before + " " + more);
      }
    }
    var said = meaning.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    return new EventSource(said.isEmpty() ? byName(event.getSimpleName()) : said, fields);
  }

  /// `PodStarted` says of itself that the pod has started.
  private static String byName(String name) {
    var words = name.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }
}
