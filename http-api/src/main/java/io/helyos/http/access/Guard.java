package io.helyos.http.access;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.Token;
import io.helyos.model.view.View;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/// Lets a request in when it shows a good token.
public final class Guard {
  private static final String SCHEME = "Bearer ";
  private static final String NOBODY = "0".repeat(64);

  private final InstantSource clock;
  private final TokenUse use;

  public Guard(InstantSource clock, TokenUse use) {
    this.clock = clock;
    this.use = use;
  }

  public Token admit(HttpRequest request, View view) {
    var header = request.getHeader("Authorization").map(h -> h.value()).orElse("");
    if (header.isEmpty()) {
      throw refusal(
          "Expected `Authorization: Bearer TOKEN`, found none. `helyos login` saves one.");
    }
    var token =
        bearer(header)
            .flatMap(TokenText::parse)
            .flatMap(shown -> known(shown, view))
            .orElseThrow(() -> refusal("The token is not one of this cluster's."));
    if (!token.isValid(clock.instant())) {
      throw refusal("The token has expired or was revoked. Ask for a new one.");
    }
    use.note(token.id(), clock.instant());
    return token;
  }

  private static Optional<String> bearer(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /// Takes the same time whether the id is known or not.
  private static Optional<Token> known(TokenText shown, View view) {
    var token =
        view.cluster()
            .filter(row -> row.state() instanceof Cluster.Founded)
            .map(row -> (Cluster.Founded) row.state())
            .flatMap(cluster -> Optional.ofNullable(cluster.tokens().get(shown.id())));
    var expected = token.map(Token::hash).orElse(NOBODY);
    var same =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            shown.hash().getBytes(StandardCharsets.US_ASCII));
    return same ? token : Optional.empty();
  }

  private static Refusal refusal(String detail) {
    return Refusal.of(ProblemKind.UNAUTHORIZED, detail)
        .with("WWW-Authenticate", "Bearer realm=\"helyos\"");
  }
}
