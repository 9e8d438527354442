package io.helyos.cli.deployment;

import io.helyos.contract.resource.DeploymentResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The ports of a deployment as a person writes them in a spec: `127.0.0.1:8080:3000/udp`.
final class PortsText {
  private PortsText() {}

  static String of(DeploymentResource deployment) {
    var whole = deployment.template().get("ports");
    // The template says all of a port; a daemon that sends none has the numbers still.
    var ports = whole instanceof List<?> all ? all : deployment.spec().ports();
    return ports.stream().map(PortsText::one).collect(Collectors.joining(", "));
  }

  private static String one(Object port) {
    if (!(port instanceof Map<?, ?> fields)) return port.toString();
    var name = field(fields, "name");
    var ip = field(fields, "ip");
    var host = field(fields, "host");
    var protocol = field(fields, "protocol");
    return (name.isEmpty() ? "" : name + "=")
        + (ip.isEmpty() ? "" : ip + ":")
        // Docker's spelling of "any port of this address".
        + (host.isEmpty() && ip.isEmpty() ? "" : host + ":")
        + field(fields, "container")
        + (protocol.isEmpty() || protocol.equals("tcp") ? "" : "/" + protocol);
  }

  private static String field(Map<?, ?> fields, String name) {
    var value = fields.get(name);
    return value == null ? "" : value.toString();
  }
}
