package io.helyos.client.http;

import io.helyos.client.failure.HelyosException;
import io.helyos.client.failure.ServerUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Sends bodies of any size, once the daemon is ready to take them. Such a request is never
/// repeated: what it sends may be there only once.
final class Uploads {
  private Uploads() {}

  static void put(Wire wire, Route route, String type, Content content) {
    var endpoint = wire.endpoint();
    var body = new WrittenBody(content);
    var request =
        HttpRequest.newBuilder(endpoint.server().resolve(route.toString()))
            .version(HttpClient.Version.HTTP_1_1)
            .expectContinue(true)
            .header("User-Agent", endpoint.agent())
            .header("Accept", "application/json")
            .header("Content-Type", type)
            .PUT(BodyPublishers.fromPublisher(body));
    endpoint.authorization().ifPresent(it -> request.header("Authorization", it));
    try (var http = Sockets.client(endpoint)) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 == 2) return;
      throw Refusals.of(endpoint.server(), Sockets.answer(answer));
    } catch (IOException broken) {
      throw told(wire, body, broken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnreachable("Interrupted while sending.", e);
    }
  }

  private static HelyosException told(Wire wire, WrittenBody body, IOException broken) {
    var own = body.failure();
    if (own.isEmpty()) return wire.unreachable(broken);
    throw own.get() instanceof RuntimeException failure
        ? failure
        : new UncheckedIOException(new IOException(own.get()));
  }
}
