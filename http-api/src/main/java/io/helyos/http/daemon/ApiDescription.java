package io.helyos.http.daemon;

import java.io.IOException;
import java.util.Objects;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/// The description of the API that comes with this build.
final class ApiDescription {
  private static final byte[] TEXT = read();

  private ApiDescription() {}

  static HttpResponse answer() {
    return HttpResponse.create()
        .withStatus(StatusCodes.OK)
        .withEntity(HttpEntities.create(ContentTypes.parse("application/yaml"), TEXT));
  }

  private static byte[] read() {
    try (var in = ApiDescription.class.getResourceAsStream("/io/helyos/http/openapi.yaml")) {
      return Objects.requireNonNull(in, "openapi.yaml").readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("openapi.yaml of this build cannot be read", e);
    }
  }
}
