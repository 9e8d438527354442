package io.helyos.client.config;

import io.helyos.client.failure.BadConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A configuration as the text of its file and back.
final class ConfigText {
  private static final String CONTEXT = "context\0";

  private ConfigText() {}

  static Config read(String text, String file) {
    var tables = Toml.read(text, file);
    var top = tables.getOrDefault("", Map.of());
    var contexts = new LinkedHashMap<String, Context>();
    // The oldest files are flat and hold one cluster.
    if (top.containsKey("server")) contexts.put("default", context(top, file, "default"));
    tables.forEach((name, values) -> {
      if (!name.startsWith(CONTEXT)) return;
      var key = name.substring(CONTEXT.length());
      contexts.put(key, context(values, file, key));
    });
    return new Config(Optional.ofNullable(top.get("current-context")), contexts);
  }

  static String write(Config config) {
    var out = new StringBuilder();
    config.current().ifPresent(it -> line(out, "current-context", Toml.quoted(it)));
    config.contexts().forEach((name, context) -> write(out, name, context));
    return out.toString();
  }

  private static Context context(Map<String, String> values, String file, String name) {
    var server = values.get("server");
    if (server == null) {
      throw new BadConfig(
          file
              + ": expected the context \""
              + name
              + "\" to have a server, found none. Set it with: helyos context set "
              + name
              + " --server http://127.0.0.1:6443");
    }
    return new Context(
        server,
        text(values, "token"),
        text(values, "token-name"),
        text(values, "project"),
        Boolean.parseBoolean(values.get("insecure")),
        text(values, "ca"),
        text(values, "ca-sha256"));
  }

  private static Optional<String> text(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key)).filter(it -> !it.isEmpty());
  }

  private static void write(StringBuilder out, String name, Context context) {
    if (!out.isEmpty()) out.append('\n');
    out.append("[context.").append(Toml.key(name)).append("]\n");
    line(out, "server", Toml.quoted(context.server()));
    line(out, "token", context.token());
    line(out, "token-name", context.tokenName());
    line(out, "project", context.project());
    if (context.insecure()) line(out, "insecure", "true");
    line(out, "ca", context.ca());
    line(out, "ca-sha256", context.caSha256());
  }

  private static void line(StringBuilder out, String key, Optional<String> value) {
    value.ifPresent(it -> line(out, key, Toml.quoted(it)));
  }

  private static void line(StringBuilder out, String key, String written) {
    out.append(key).append(" = ").append(written).append('\n');
  }
}
