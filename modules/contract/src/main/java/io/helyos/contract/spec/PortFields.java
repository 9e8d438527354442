package io.helyos.contract.spec;

import io.helyos.contract.spec.PortSpec.Protocol;
import io.helyos.contract.spec.shape.EitherShape;
import io.helyos.contract.spec.shape.EitherShape.Alternative;
import io.helyos.contract.spec.shape.EitherShape.Form;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.DnsLabel;
import io.helyos.contract.spec.text.IpAddress;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.contract.spec.text.PortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `ports`: a number, Docker's short text, or a map.
final class PortFields {
  private static final Shape<Integer> NUMBER = Scalars.wholeNumber(PortText.LEAST, PortText.MOST);
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

  static final Field<Optional<String>> NAME =
      Field.optional("name", Scalars.text("a name", DnsLabel::parse), "What probes call the port.");
  static final Field<Integer> CONTAINER =
      Field.required("container", NUMBER, "The port that the container listens on.");
  static final Field<Optional<Integer>> HOST =
      Field.optional("host", NUMBER, "A fixed port of the node; left out, any free one.");
  static final Field<Optional<String>> IP =
      Field.optional(
          "ip",
          Scalars.text("an IP address", IpAddress::parse),
          "The address of the node to bind; left out, all.");
  static final Field<Protocol> PROTOCOL =
      Field.standard("protocol", Words.of(Protocol.class), Protocol.TCP, "tcp", "tcp or udp.");

  private static final ObjectShape<PortSpec> LONG =
      ObjectShape.of(
          "port",
          List.of(NAME, CONTAINER, HOST, IP, PROTOCOL),
          v ->
              new PortSpec(v.get(NAME), v.get(CONTAINER), v.get(HOST), v.get(IP), v.get(PROTOCOL)));

  static final Shape<List<PortSpec>> LIST =
      new ListShape<>(
          "a list of ports",
          new EitherShape<>(
              "a port such as 3000, \"8080:3000\" or {container: 3000}",
              List.of(
                  new Alternative<>(Form.NUMBER, NUMBER.map(PortSpec::free)),
                  new Alternative<>(Form.TEXT, Scalars.text("a port", PortFields::parse)),
                  new Alternative<>(Form.MAP, LONG))),
          0,
          Limits.PORTS,
          PortFields::claims);

  private PortFields() {}

  private static Parsed<PortSpec> parse(String text) {
    // A lone number in quotes is a text by mistake, as everywhere else in a spec.
    return DIGITS.matcher(text).matches()
        ? new Parsed.Refused<>(
            Code.WRONG_TYPE,
            "expected a port number, found the text '%s': remove the quotes".formatted(text),
            Optional.of(text))
        : PortText.parse(text).map(PortFields::spec);
  }

  private static PortSpec spec(PortText port) {
    var protocol = port.udp() ? Protocol.UDP : Protocol.TCP;
    return new PortSpec(Optional.empty(), port.container(), port.host(), port.ip(), protocol);
  }

  private static List<String> claims(PortSpec port) {
    var protocol = port.protocol() == Protocol.UDP ? "/udp" : "/tcp";
    var claims = new ArrayList<String>();
    claims.add("the container port " + port.container() + protocol);
    port.name().ifPresent(name -> claims.add("the port name " + name));
    port.host().ifPresent(host -> claims.add("the host port " + host + protocol));
    return claims;
  }
}
