package io.helyos.http.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.contract.problem.Problem;
import io.helyos.contract.resource.WireFormat;
import io.helyos.http.problem.Refusal;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Connection;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/// Makes responses.
public final class Answers {
  private static final ObjectMapper JSON = WireFormat.answers();
  private static final ContentType PROBLEM = ContentTypes.parse(Problem.MEDIA_TYPE);

  private Answers() {}

  public static HttpResponse json(Object body) {
    return json(200, body);
  }

  public static HttpResponse json(int status, Object body) {
    return of(status, ContentTypes.APPLICATION_JSON, bytes(body));
  }

  public static HttpResponse text(int status, String text) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .withEntity(HttpEntities.create(ContentTypes.TEXT_PLAIN_UTF8, text));
  }

  public static HttpResponse empty() {
    return HttpResponse.create().withStatus(StatusCodes.NO_CONTENT);
  }

  /// The problem of a refused request.
  ///
  /// @param id of the request
  public static HttpResponse problem(Refusal refusal, String id) {
    var problem = refusal.problem().in(id);
    var answer = of(problem.status(), PROBLEM, bytes(problem));
    for (var header : refusal.headers().entrySet()) {
      answer = with(answer, header.getKey(), header.getValue());
    }
    return answer;
  }

  public static HttpResponse with(HttpResponse answer, String header, String value) {
    // The server heeds this header only in its own type.
    return header.equals("Connection")
        ? answer.addHeader(Connection.create(value))
        : answer.addHeader(RawHeader.create(header, value));
  }

  /// An object of the API as it goes over the wire.
  public static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer of ours cannot be written: " + body, e);
    }
  }

  private static HttpResponse of(int status, ContentType type, byte[] body) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .withEntity(HttpEntities.create(type, body));
  }
}
