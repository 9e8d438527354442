package io.helyos.contract.spec;

import io.helyos.contract.spec.document.ScalarKind;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a small spec for a user to start from.
public final class SpecWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]*");

  private SpecWriter() {}

  /// What a first spec says; everything else has its default.
  public record Draft(
      String project, String name, String image, int replicas, List<PortSpec> ports) {
    public Draft {
      ports = List.copyOf(ports);
    }
  }

  /// The draft as YAML that [SpecReader] reads back.
  public static String yaml(Draft draft) {
    var yaml = new StringBuilder();
    yaml.append("project: ").append(scalar(draft.project())).append('\n');
    yaml.append("deployment:\n  name: ").append(scalar(draft.name())).append('\n');
    yaml.append("image: ").append(scalar(draft.image())).append('\n');
    yaml.append("replicas: ").append(draft.replicas()).append('\n');
    if (!draft.ports().isEmpty()) {
      yaml.append("ports:\n");
      draft.ports().forEach(port -> yaml.append("  - ").append(port(port)).append('\n'));
    }
    return yaml.toString();
  }

  private static String port(PortSpec port) {
    if (port.name().isPresent()) {
      return longForm(port);
    }
    if (port.equals(PortSpec.free(port.container()))) {
      return String.valueOf(port.container());
    }
    var ip = port.ip().map(i -> (i.contains(":") ? "[" + i + "]" : i) + ":").orElse("");
    var host = port.host().map(String::valueOf).orElse("");
    var separator = ip.isEmpty() && host.isEmpty() ? "" : ":";
    return quoted(ip + host + separator + port.container() + protocol(port));
  }

  private static String protocol(PortSpec port) {
    return port.protocol() == PortSpec.Protocol.UDP ? "/udp" : "";
  }

  private static String longForm(PortSpec port) {
    var fields = new StringBuilder("{");
    port.name().ifPresent(name -> fields.append("name: ").append(scalar(name)).append(", "));
    fields.append("container: ").append(port.container());
    port.host().ifPresent(host -> fields.append(", host: ").append(host));
    port.ip().ifPresent(ip -> fields.append(", ip: ").append(quoted(ip)));
    return fields + (port.protocol() == PortSpec.Protocol.UDP ? ", protocol: udp}" : "}");
  }

  /// A name such as `null` or `1` is a text only in quotes.
  private static String scalar(String text) {
    var reads = PLAIN.matcher(text).matches() && !text.endsWith(":");
    return reads && ScalarKind.ofPlain(text) == ScalarKind.TEXT ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
