package io.helyos.contract.spec;

import io.helyos.contract.spec.NetworkSpec.Mode;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.DnsName;
import java.util.List;
import java.util.Optional;

/// `network`.
final class NetworkFields {
  static final Field<Mode> MODE =
      Field.standard(
          "mode",
          Words.of(Mode.class),
          Mode.BRIDGE,
          "bridge",
          "bridge: shared by the project; host: the node's own; none: loopback only.");
  static final Field<Boolean> PUBLIC =
      Field.standard("public", Scalars.bool(), false, false, "Reachable through the proxy.");
  static final Field<Optional<String>> DOMAIN =
      Field.optional(
          "domain",
          Scalars.text("a domain", DnsName::parseDomain),
          "The host name that the proxy answers to.");
  static final Field<Boolean> HTTPS =
      Field.standard("https", Scalars.bool(), false, false, "With a certificate.");

  static final ObjectShape<NetworkSpec> NETWORK =
      ObjectShape.of("network", List.of(MODE, PUBLIC, DOMAIN, HTTPS), NetworkFields::build)
          .checking(NetworkFields::check);

  private NetworkFields() {}

  private static void check(Values values, Reading reading) {
    var exposed = values.find(PUBLIC).orElse(true);
    if (values.has(DOMAIN) && !exposed) {
      reading.refuse(
          values,
          DOMAIN,
          Code.CONFLICT,
          "expected public: true beside a domain, found none: add it or remove the domain");
    }
  }

  private static NetworkSpec build(Values v) {
    return new NetworkSpec(v.get(MODE), v.get(PUBLIC), v.get(DOMAIN), v.get(HTTPS));
  }
}
