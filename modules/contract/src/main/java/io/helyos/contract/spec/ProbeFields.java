package io.helyos.contract.spec;

import io.helyos.contract.spec.ProbeSpec.Check;
import io.helyos.contract.spec.ProbeSpec.Port;
import io.helyos.contract.spec.document.Position;
import io.helyos.contract.spec.shape.EitherShape;
import io.helyos.contract.spec.shape.EitherShape.Alternative;
import io.helyos.contract.spec.shape.EitherShape.Form;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.DnsLabel;
import io.helyos.contract.spec.text.DurationText;
import io.helyos.contract.spec.text.PortText;
import io.helyos.contract.spec.text.ProbePath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `healthcheck` and `readiness`.
final class ProbeFields {
  private static final Duration LEAST = Duration.ofMillis(100);

  static final Field<Optional<String>> PATH =
      Field.optional(
          "path", Scalars.text("a path", ProbePath::parse), "HTTP; passes on 200 to 399.");
  static final Field<Optional<Boolean>> TCP =
      Field.optional("tcp", Scalars.bool(), "Passes when a connection is accepted.");
  static final Field<Optional<List<String>>> EXEC =
      Field.optional("exec", CommandFields.LIST, "A command that passes when it exits with 0.");
  static final Field<Optional<Port>> PORT =
      Field.optional(
          "port",
          new EitherShape<Port>(
              "a port's number or name",
              List.of(
                  new Alternative<>(
                      Form.NUMBER,
                      Scalars.wholeNumber(PortText.LEAST, PortText.MOST).map(Port.Numbered::new)),
                  new Alternative<>(
                      Form.TEXT,
                      Scalars.text("a port's name", DnsLabel::parse).map(Port.Named::new)))),
          "The number or name of a TCP port; left out, the first.");
  static final Field<Duration> INTERVAL =
      duration("interval", LEAST, Duration.ofSeconds(10), "From one probe to the next.");
  static final Field<Duration> TIMEOUT =
      duration("timeout", LEAST, Duration.ofSeconds(5), "No answer in this time is a failure.");
  static final Field<Integer> RETRIES =
      Field.standard(
          "retries", Scalars.wholeNumber(1, 1000), 3, 3, "Failures in a row that count.");
  static final Field<Duration> START_PERIOD =
      duration("startPeriod", Duration.ZERO, Duration.ZERO, "Failures in this time do not count.");

  /// A probe that remembers where its port stands, for the rule that the port must be one of
  /// `ports`.
  record Placed(ProbeSpec probe, Position port) {}

  static final ObjectShape<Placed> PROBE =
      ObjectShape.of(
              "probe",
              List.of(PATH, TCP, EXEC, PORT, INTERVAL, TIMEOUT, RETRIES, START_PERIOD),
              ProbeFields::build)
          .oneOf(List.of(PATH, TCP, EXEC))
          .checking(ProbeFields::check);

  private ProbeFields() {}

  private static Field<Duration> duration(
      String name, Duration least, Duration standard, String about) {
    var shape = Words.duration(least, Limits.DAY);
    return Field.standard(name, shape, standard, DurationText.show(standard), about);
  }

  private static void check(Values values, Reading reading) {
    if (values.find(TCP).flatMap(tcp -> tcp).equals(Optional.of(false))) {
      reading.refuse(
          values,
          TCP,
          Code.BAD_VALUE,
          "expected tcp: true, found false: leave the field out instead");
    }
    if (values.has(EXEC) && values.has(PORT)) {
      reading.refuse(
          values,
          PORT,
          Code.CONFLICT,
          "expected no port beside exec, found one: a command asks no port, remove it");
    }
  }

  private static Placed build(Values v) {
    var check =
        v.get(PATH)
            .<Check>map(Check.Http::new)
            .or(() -> v.get(EXEC).map(Check.Exec::new))
            .orElseGet(Check.Tcp::new);
    var probe =
        new ProbeSpec(
            check,
            v.get(PORT),
            v.get(INTERVAL),
            v.get(TIMEOUT),
            v.get(RETRIES),
            v.get(START_PERIOD));
    return new Placed(probe, v.position(PORT));
  }
}
