package io.helyos.client;

import io.helyos.client.http.Call;
import io.helyos.client.http.Route;
import io.helyos.contract.resource.CreateToken;
import io.helyos.contract.resource.CreatedToken;
import io.helyos.contract.resource.TokenResource;
import java.util.List;

/// The tokens by which people and programs are known.
public final class Tokens {
  private final HelyosClient client;

  Tokens(HelyosClient client) {
    this.client = client;
  }

  public List<TokenResource> all() {
    return List.of(client.get(Route.api("tokens"), TokenResource[].class));
  }

  /// The only answer that has the secret in it.
  public CreatedToken create(CreateToken wanted) {
    return client.ask(Route.api("tokens"), wanted, CreatedToken.class);
  }

  public void revoke(String name) {
    client.send(Call.delete(Route.api("tokens", name)));
  }
}
