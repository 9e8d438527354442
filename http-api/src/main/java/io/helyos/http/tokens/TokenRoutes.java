package io.helyos.http.tokens;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.CreateToken;
import io.helyos.contract.resource.CreatedToken;
import io.helyos.contract.resource.TokenResource;
import io.helyos.contract.resource.WhoAmI;
import io.helyos.http.access.TokenText;
import io.helyos.http.access.TokenUse;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import io.helyos.model.cluster.Token;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Tokens: make, list, revoke; and whoami.
public final class TokenRoutes {
  private final Writes writes;
  private final TokenUse use;

  public TokenRoutes(Writes writes, TokenUse use) {
    this.writes = writes;
    this.use = use;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/whoami", this::whoami),
        Route.get("/api/v1/tokens", this::list),
        Route.write("POST", "/api/v1/tokens", Body.JSON, this::create),
        Route.write("DELETE", "/api/v1/tokens/{token}", Body.NONE, this::revoke));
  }

  private CompletionStage<HttpResponse> whoami(Call call) {
    var token = call.token();
    return completedStage(
        Answers.json(
            new WhoAmI(
                token.name(),
                TokenRequest.ONLY_SCOPE,
                token.createdAt(),
                token.expiresAt().orElse(null),
                use.of(token.id()).orElse(null))));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    return completedStage(Answers.json(tokens(call).stream().map(this::resource).toList()));
  }

  /// The secret is made here and goes into the answer; the journal gets its hash.
  private CompletionStage<HttpResponse> create(Call call) {
    var wanted = TokenRequest.checked(call.json(CreateToken.class));
    var text = TokenText.random();
    var expires = wanted.ttl().map(writes.now()::plus);
    var command = new IssueToken(text.id(), wanted.name(), text.hash(), expires);
    return writes
        .execute(call, EntityId.cluster(), command)
        .thenApply(done -> Writes.marked(Answers.json(201, created(call, text)), done));
  }

  private CompletionStage<HttpResponse> revoke(Call call) {
    return writes
        .execute(call, EntityId.cluster(), new RevokeToken(call.name("token")))
        .thenApply(Writes::gone);
  }

  /// A request that was repeated under its key made no second token, and the first one's secret is
  /// known to nobody here.
  private static CreatedToken created(Call call, TokenText text) {
    var token =
        tokens(call).stream()
            .filter(known -> known.id().equals(text.id()))
            .findFirst()
            .orElseThrow(() ->
                Refusal.of(
                    ProblemKind.CONFLICT,
                    "An earlier request with this Idempotency-Key made the token, and its secret was"
                        + " shown only then. Revoke it and make another one."));
    return new CreatedToken(
        token.id(),
        token.name(),
        text.whole(),
        TokenRequest.ONLY_SCOPE,
        token.createdAt(),
        token.expiresAt().orElse(null));
  }

  private TokenResource resource(Token token) {
    return new TokenResource(
        token.id(),
        token.name(),
        TokenRequest.ONLY_SCOPE,
        token.createdAt(),
        token.expiresAt().orElse(null),
        use.of(token.id()).orElse(null),
        token.revokedAt().orElse(null));
  }

  private static Collection<Token> tokens(Call call) {
    return call.view()
        .cluster()
        .flatMap(row ->
            row.state() instanceof Cluster.Founded founded
                ? Optional.of(founded.tokens().values())
                : Optional.empty())
        .orElse(List.of());
  }
}
