package io.helyos.contract.spec.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Hosts that no image comes from: a pull would make the engine ask a cloud's metadata service or
/// another engine's API on the user's behalf.
public final class RegistryHost {
  private static final Set<String> METADATA = Set.of("metadata.google.internal", "metadata");
  private static final List<String> LINK_LOCAL = List.of("169.254.", "[fe80:");
  private static final List<String> ENGINE_PORTS = List.of(":2375", ":2376");

  private RegistryHost() {}

  public static Parsed<ImageReference> check(ImageReference image) {
    var registry = image.registry().orElse("").toLowerCase(Locale.ROOT);
    var colon = registry.startsWith("[") ? -1 : registry.indexOf(':');
    var host = colon < 0 ? registry : registry.substring(0, colon);
    var refused =
        METADATA.contains(host)
            || LINK_LOCAL.stream().anyMatch(host::startsWith)
            || ENGINE_PORTS.stream().anyMatch(registry::endsWith);
    return refused
        ? Parsed.refused(
            Code.NOT_ALLOWED,
            "expected an image from a registry, found the host %s: name a registry"
                .formatted(Quote.of(registry)))
        : Parsed.of(image);
  }
}
