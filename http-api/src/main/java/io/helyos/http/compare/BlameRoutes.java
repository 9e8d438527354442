package io.helyos.http.compare;

import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.naming.Names;
import io.helyos.model.DeploymentId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Who has made each field of a deployment what it is.
public final class BlameRoutes {
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/projects/{project}/deployments/{deployment}/blame", BlameRoutes::blame));
  }

  private static CompletionStage<HttpResponse> blame(Call call) {
    var id = new DeploymentId(call.name("project"), call.name("deployment"));
    // An unknown name is said before anything is read.
    return Blame.of(call, Names.getDeployment(call.view(), id).state().id())
        .thenApply(Answers::json);
  }
}
