package io.helyos.contract.spec;

import java.util.List;

/// What came of reading a spec.
public sealed interface SpecReading {

  /// Everything is in order.
  record Valid(DeploymentSpec spec) implements SpecReading {}

  /// It could be read, and these are all its mistakes in the order of the document.
  record Invalid(List<Violation> violations) implements SpecReading {
    public Invalid {
      violations = List.copyOf(violations);
    }
  }

  /// It is not UTF-8, or not YAML or JSON at all; reading stopped at the first such place.
  record Unreadable(Violation violation) implements SpecReading {}

  /// It was not looked at, so that a huge document costs nothing.
  record TooLarge(int bytes, int limit) implements SpecReading {
    public String message() {
      return "expected a spec of at most %d bytes, found %d: move large values into files or volumes"
          .formatted(limit, bytes);
    }
  }
}
