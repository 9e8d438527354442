package io.helyos.http.daemon;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.AuthorityResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Access;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.tls.Certificates;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// The authority that vouches for this daemon. Open to all: a client needs it before it can trust
/// the daemon with a token, and compares its fingerprint with one that it got another way.
public final class AuthorityRoute {
  private final Optional<Certificates> certificates;

  public AuthorityRoute(Optional<Certificates> certificates) {
    this.certificates = certificates;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/ca", this::authority).openTo(Access.ALWAYS));
  }

  private CompletionStage<HttpResponse> authority(Call call) {
    var authority =
        certificates
            .flatMap(Certificates::authority)
            .orElseThrow(() ->
                Refusal.of(
                    ProblemKind.NOT_FOUND,
                    certificates.isPresent()
                        ? "This daemon's certificate is not its own but its operator's, who knows the authority."
                        : "This daemon has no authority: it is spoken to without TLS."));
    return completedStage(
        Answers.json(new AuthorityResource(authority.pem(), authority.fingerprint())));
  }
}
