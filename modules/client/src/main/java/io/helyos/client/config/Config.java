package io.helyos.client.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// All contexts, and which one is meant when a command names none.
public record Config(Optional<String> current, Map<String, Context> contexts) {
  public static final Config EMPTY = new Config(Optional.empty(), Map.of());

  public Config {
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
  }

  /// The current context; the only one is current without being named.
  public Optional<String> effective() {
    if (current.isPresent() || contexts.size() != 1) return current;
    return Optional.of(contexts.keySet().iterator().next());
  }

  public Optional<Context> context(String name) {
    return Optional.ofNullable(contexts.get(name));
  }

  public Config using(String name) {
    return new Config(Optional.of(name), contexts);
  }

  public Config with(String name, Context context) {
    var all = new LinkedHashMap<>(contexts);
    all.put(name, context);
    return new Config(current, all);
  }

  public Config without(String name) {
    var all = new LinkedHashMap<>(contexts);
    all.remove(name);
    return new Config(current.filter(it -> !it.equals(name)), all);
  }

  /// Keeps the order.
  public Config renamed(String from, String to) {
    var all = new LinkedHashMap<String, Context>();
    contexts.forEach((name, context) -> all.put(name.equals(from) ? to : name, context));
    return new Config(current.map(it -> it.equals(from) ? to : it), all);
  }
}
