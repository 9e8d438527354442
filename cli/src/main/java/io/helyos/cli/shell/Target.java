package io.helyos.cli.shell;

import io.helyos.client.config.Config;
import io.helyos.client.config.Context;
import io.helyos.client.failure.BadConfig;
import io.helyos.client.http.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// The cluster that a command talks to: flag before environment before context before default.
///
/// @param context its name in the configuration, absent when none is used
/// @param project that commands take when they name none
public record Target(Endpoint endpoint, Optional<String> context, Optional<String> project) {
  public static final String DEFAULT_SERVER = "http://127.0.0.1:6443";

  static Target of(GlobalOptions options, Map<String, String> environment, Config config) {
    var name = options.context.or(() -> named(environment, "HELYOS_CONTEXT")).or(config::effective);
    var context = name.map(it -> required(config, it));
    var server = options.server.or(() -> named(environment, "HELYOS_SERVER"));
    var token = options.token.or(() -> named(environment, "HELYOS_API_TOKEN"));
    var endpoint =
        Endpoint.of(server.or(() -> context.map(Context::server)).orElse(DEFAULT_SERVER));
    // A context's token belongs to its server: another address must not get to see it.
    var same = context.filter(it -> Endpoint.of(it.server()).servers().equals(endpoint.servers()));
    return new Target(
        endpoint
            .withToken(token.or(() -> same.flatMap(Context::token)))
            .withTrust(
                same.flatMap(Context::ca).map(Target::pem),
                same.isPresent() && same.get().insecure()),
        name,
        named(environment, "HELYOS_PROJECT").or(() -> context.flatMap(Context::project)));
  }

  private static Context required(Config config, String name) {
    return config
        .context(name)
        .orElseThrow(() ->
            new BadConfig(
                "Expected a context of the configuration, found \"%s\". There are: %s."
                    .formatted(
                        name,
                        config.contexts().isEmpty()
                            ? "none"
                            : String.join(", ", config.contexts().keySet()))));
  }

  private static Optional<String> named(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(it -> !it.isEmpty());
  }

  private static String pem(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw new BadConfig("Expected the context's `ca` in base64, found something else.", e);
    }
  }
}
