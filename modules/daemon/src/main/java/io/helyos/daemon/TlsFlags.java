package io.helyos.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say how the API is encrypted.
final class TlsFlags {
  @Option(
      names = "--tls",
      defaultValue = "auto",
      description =
          "on, off or auto, which is off on a loopback address and on elsewhere"
              + " (default: ${DEFAULT-VALUE}).")
  String mode = "";

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Certificate in PEM, its issuers behind it (default: one of this daemon's own).")
  @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its key in PEM.")
  @Nullable Path key;

  @Option(
      names = "--tls-san",
      paramLabel = "NAME",
      split = ",",
      description = "Further name or address by which clients call the daemon; may be repeated.")
  @Nullable List<String> more;

  /// Whether the API is to be encrypted; refuses what would let others read along.
  boolean isOn(String host) {
    var files = certificate != null || key != null;
    if (files && (certificate == null || key == null)) {
      throw new StartFailure("Expected --tls-cert and --tls-key together, found only one of them.");
    }
    if (mode.equals("off") && (files || more != null)) {
      throw new StartFailure(
          "Expected --tls on beside --tls-cert, --tls-key and --tls-san, found --tls off.");
    }
    return switch (mode) {
      case "auto" -> files || !Loopback.isLoopback("--host", host);
      case "on" -> true;
      case "off" -> {
        Loopback.requireWithoutTls(host);
        yield false;
      }
      default ->
          throw new StartFailure("Expected --tls auto, on or off, found %s.".formatted(mode));
    };
  }

  /// How the API is encrypted, as far as it is.
  TlsSettings settings(String host, String advertised) {
    var names = new ArrayList<>(more == null ? List.<String>of() : more);
    names.add(advertised);
    return new TlsSettings(
        isOn(host), Optional.ofNullable(certificate), Optional.ofNullable(key), names);
  }
}
