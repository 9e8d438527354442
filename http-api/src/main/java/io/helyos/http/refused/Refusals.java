package io.helyos.http.refused;

import io.helyos.contract.problem.Problem;
import io.helyos.http.exchange.Route;
import io.helyos.model.access.RefusedRequest;
import io.helyos.model.cluster.Token;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.RemoteAddress;

/// Which answers mean that somebody wanted something done and did not get it.
final class Refusals {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final int LONGEST = 300;

  /// What is wrong with a body is told in words of that body, where there may be secrets.
  private static final Set<Integer> ABOUT_THE_BODY = Set.of(400, 413, 415, 422);

  private Refusals() {}

  /// Empty for reads, for what was carried out, for faults of ours and for paths that lead nowhere.
  ///
  /// @param route as far as it was known
  /// @param caller likewise
  static Optional<RefusedRequest> of(
      HttpRequest request,
      Optional<Route> route,
      Optional<Token> caller,
      Problem problem,
      Instant now) {
    var status = problem.status();
    if (status < 400 || status >= 500 || route.isEmpty()) return Optional.empty();
    if (!isCommand(request, route.get())) return Optional.empty();
    return Optional.of(
        new RefusedRequest(
            now,
            caller.map(Token::name).orElse(""),
            source(request),
            request.method().name(),
            shortened(request.getUri().path()),
            status,
            Objects.requireNonNullElse(problem.code(), ""),
            reason(problem)));
  }

  /// To run something in a container begins as a read, as all such conversations do.
  private static boolean isCommand(HttpRequest request, Route route) {
    return !READS.contains(request.method().name()) || route.path().text().endsWith("/exec");
  }

  private static String reason(Problem problem) {
    var title = Objects.requireNonNullElse(problem.title(), "");
    return ABOUT_THE_BODY.contains(problem.status()) ? title : shortened(problem.sentence());
  }

  private static String source(HttpRequest request) {
    return request
        .getAttribute(AttributeKeys.remoteAddress)
        .flatMap(RemoteAddress::getAddress)
        .map(InetAddress::getHostAddress)
        .orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
