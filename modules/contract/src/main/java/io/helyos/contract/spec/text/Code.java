package io.helyos.contract.spec.text;

import java.util.Locale;

/// The kinds of mistakes in a spec. The words are part of the API: scripts compare them.
public enum Code {
  /// Not UTF-8.
  ENCODING,
  /// Not YAML or JSON.
  SYNTAX,
  EMPTY_DOCUMENT,
  MULTIPLE_DOCUMENTS,
  TOO_DEEP,
  YAML_ALIAS,
  YAML_MERGE,
  YAML_TAG,
  DUPLICATE_KEY,
  UNKNOWN_FIELD,
  MISSING_FIELD,
  WRONG_TYPE,
  BAD_VALUE,
  OUT_OF_RANGE,
  TOO_LONG,
  TOO_MANY,
  CONTROL_CHARACTER,
  /// Two entries of a list that exclude each other.
  DUPLICATE,
  /// Two fields that exclude each other.
  CONFLICT,
  /// A name that Helyos keeps for itself.
  RESERVED,
  /// Against the admission rules.
  NOT_ALLOWED,
  NOT_SUPPORTED_YET,
  /// The list of violations was cut.
  TOO_MANY_VIOLATIONS;

  /// As it stands in a violation: `wrong-type`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
