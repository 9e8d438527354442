package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.EitherShape;
import io.helyos.contract.spec.shape.EitherShape.Alternative;
import io.helyos.contract.spec.shape.EitherShape.Form;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.text.ContainerPath;
import io.helyos.contract.spec.text.EnvName;
import java.util.List;
import java.util.Optional;

/// `secrets`: a name, or a name and a file.
final class SecretFields {
  private static final Shape<String> SECRET_NAME = Scalars.text("a secret's name", EnvName::parse);

  static final Field<String> NAME =
      Field.required("name", SECRET_NAME, "Of a secret of the project.");
  static final Field<Optional<String>> FILE =
      Field.optional(
          "file",
          Scalars.text("an absolute path", ContainerPath::parseMount),
          "Where it is mounted; left out, it is a variable of the same name.");

  static final Shape<List<SecretSpec>> LIST =
      new ListShape<>(
          "a list of secrets",
          new EitherShape<>(
              "a secret's name or {name: ..., file: ...}",
              List.of(
                  new Alternative<>(
                      Form.TEXT, SECRET_NAME.map(name -> new SecretSpec(name, Optional.empty()))),
                  new Alternative<>(
                      Form.MAP,
                      ObjectShape.of(
                          "secret",
                          List.of(NAME, FILE),
                          v -> new SecretSpec(v.get(NAME), v.get(FILE)))))),
          0,
          Limits.ENTRIES,
          secret -> List.of("the secret " + secret.name()));

  private SecretFields() {}
}
