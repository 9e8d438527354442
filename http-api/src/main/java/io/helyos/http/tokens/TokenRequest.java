package io.helyos.http.tokens;

import io.helyos.contract.resource.CreateToken;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request for a token, checked.
record TokenRequest(String name, Optional<Duration> ttl) {
  /// All tokens may do everything; others are refused, so that nobody relies on less.
  static final String ONLY_SCOPE = "admin";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

  static TokenRequest checked(CreateToken wanted) {
    if (!NAME.matcher(wanted.name()).matches()) {
      throw invalid(
          "`name`: expected 1 to 63 letters, digits, dots, hyphens and underscores, found another name.");
    }
    if (wanted.scope() != null && !wanted.scope().equals(ONLY_SCOPE)) {
      throw invalid("`scope`: expected admin, the only one there is. Leave it out.");
    }
    var seconds = Optional.ofNullable(wanted.ttlSecs());
    if (seconds.filter(s -> s < 1 || s > LONGEST_SECONDS).isPresent()) {
      throw invalid(
          "`ttl_secs`: expected 1 to %d seconds, found %d. Leave it out for a token without an end."
              .formatted(LONGEST_SECONDS, seconds.get()));
    }
    return new TokenRequest(wanted.name(), seconds.map(Duration::ofSeconds));
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ProblemKind.INVALID, detail);
  }
}
