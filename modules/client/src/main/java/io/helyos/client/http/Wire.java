package io.helyos.client.http;

import io.helyos.client.failure.HelyosException;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.failure.ServerUnreachable;
import io.helyos.contract.resource.ChangeAnswer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.http.WebSocket;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/// Sends calls to a daemon, or to another one of its cluster when that cannot be reached. Every
/// failure comes out as a [HelyosException]; a success comes out as an answer. Safe for use by many
/// threads.
public final class Wire {
  /// More than ten thousand pods take, and less than the heap of a command.
  private static final int LARGEST_ANSWER = 64 << 20;

  /// Streams send a comment more often than this while nothing happens.
  private static final Duration STREAM_SILENCE = Duration.ofSeconds(45);

  private volatile Endpoint endpoint;
  private final ReadMark mark;
  private final Trust trust;
  private volatile boolean known;

  public Wire(Endpoint endpoint, ReadMark mark) {
    this.endpoint = endpoint;
    this.mark = mark;
    this.trust = new Trust(endpoint);
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /// The answer to the call, always a success.
  public Answer send(Call call) {
    var answer = persistently(call);
    if (answer.isDone()) {
      if (!call.isRead()) answer.mark().ifPresent(mark::remember);
      return answer;
    }
    var refusal = Refusals.of(endpoint.server(), answer);
    if (!isForMark(call, refusal)) throw refusal;
    mark.forget();
    return send(call);
  }

  /// The daemon's journal does not reach the mark: it was wiped since, and nothing is to wait for.
  private boolean isForMark(Call call, HelyosException refusal) {
    return call.isRead()
        && mark.last().isPresent()
        && refusal instanceof RequestRefused refused
        && ChangeAnswer.UNKNOWN_MARK.equals(refused.problem().code());
  }

  /// The bytes of a stream as they come. The caller closes it.
  public InputStream open(Call call) throws IOException {
    for (var left = endpoint.others().size(); ; left--) {
      try {
        return opened(call);
      } catch (IOException broken) {
        endpoint = endpoint.next();
        if (left == 0) throw broken;
      }
    }
  }

  private InputStream opened(Call call) throws IOException {
    var connection = connect(call, STREAM_SILENCE);
    var status = connection.getResponseCode();
    known = true;
    if (status >= 200 && status < 300) return connection.getInputStream();
    throw Refusals.of(endpoint.server(), Answer.of(status, connection, body(connection, status)));
  }

  /// Puts something that is written while it is sent.
  public void upload(Route route, String type, Content content) {
    Uploads.put(this, route, type, content);
  }

  /// Opens a WebSocket that speaks this protocol.
  public WebSocket talk(Route route, String protocol, WebSocket.Listener listener) {
    return Sockets.open(this, route, protocol, listener);
  }

  /// The exception for a connection that could not be made or broke.
  public HelyosException unreachable(IOException broken) {
    var trouble = TlsTrouble.sentence(endpoint, broken);
    if (trouble.isPresent()) return new ServerUnreachable(trouble.get(), broken);
    var late = broken instanceof SocketTimeoutException;
    var reason = late ? "no answer in time" : reason(broken);
    return new ServerUnreachable(
        "Cannot reach the daemon at " + endpoint.server() + " (" + reason + ").", broken);
  }

  private Answer persistently(Call call) {
    var patience = new Patience();
    while (true) {
      try {
        var answer = once(call);
        if (!patience.again(call, answer)) return answer;
      } catch (IOException e) {
        if (goOn(patience, call, e)) continue;
        if (!retry(patience, call, e)) throw unreachable(e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /// Whether another daemon can be asked at once. Who is asked is remembered for the next call.
  private boolean goOn(Patience patience, Call call, IOException broken) {
    if (!patience.elsewhere(call, broken, endpoint.others().size())) return false;
    endpoint = endpoint.next();
    return true;
  }

  private boolean retry(Patience patience, Call call, IOException broken) {
    try {
      return patience.again(call, broken, known);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Answer once(Call call) throws IOException {
    var connection = connect(call, endpoint.silence());
    if (!call.isRead()) {
      connection.setDoOutput(true);
      try (var out = connection.getOutputStream()) {
        out.write(call.body());
      }
    }
    var status = connection.getResponseCode();
    known = true;
    return Answer.of(status, connection, body(connection, status));
  }

  private HttpURLConnection connect(Call call, Duration silence) throws IOException {
    var url = endpoint.server().resolve(call.route().toString()).toURL();
    var direct = endpoint.isLoopback();
    var connection =
        (HttpURLConnection) (direct ? url.openConnection(Proxy.NO_PROXY) : url.openConnection());
    if (connection instanceof HttpsURLConnection encrypted) trust.apply(encrypted);
    connection.setConnectTimeout(Math.toIntExact(endpoint.connect().toMillis()));
    connection.setReadTimeout(Math.toIntExact(silence.toMillis()));
    // The token must never follow a redirect to somebody else.
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod(call.method());
    headers(call, connection);
    return connection;
  }

  private void headers(Call call, HttpURLConnection connection) {
    connection.setRequestProperty("User-Agent", endpoint.agent());
    connection.setRequestProperty("Accept", call.accept());
    endpoint.authorization().ifPresent(it -> connection.setRequestProperty("Authorization", it));
    call.key().ifPresent(it -> connection.setRequestProperty("Idempotency-Key", it));
    if (call.onlyNew()) connection.setRequestProperty("If-None-Match", "*");
    call.match().ifPresent(it -> connection.setRequestProperty("If-Match", it));
    call.resume().ifPresent(it -> connection.setRequestProperty("Last-Event-ID", it));
    if (call.isRead()) {
      mark.last().ifPresent(it -> connection.setRequestProperty(ChangeAnswer.AFTER_HEADER, it));
    } else {
      connection.setRequestProperty("Content-Type", call.type());
    }
  }

  private static byte[] body(HttpURLConnection from, int status) throws IOException {
    try (var in = stream(from, status)) {
      if (in == null) return new byte[0];
      var bytes = in.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw new IOException("an answer larger than " + (LARGEST_ANSWER >> 20) + " MiB");
      }
      requireWhole(from, status, bytes.length);
      return bytes;
    }
  }

  /// The JDK takes an answer that breaks off, even within its first line, for one that is short: a
  /// write would seem to be done that may not be.
  private static void requireWhole(HttpURLConnection answer, int status, int got)
      throws IOException {
    var announced = answer.getContentLengthLong();
    var unannounced = announced < 0 && answer.getHeaderField("Transfer-Encoding") == null;
    var cut = got < announced || (got == 0 && unannounced && status != 204);
    if (cut) throw new EOFException("the answer was cut off");
  }

  private static @Nullable InputStream stream(HttpURLConnection from, int status)
      throws IOException {
    return status < 400 ? from.getInputStream() : from.getErrorStream();
  }

  private static String reason(IOException broken) {
    var message = broken.getMessage();
    return message == null ? broken.getClass().getSimpleName() : message;
  }

  private static HelyosException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ServerUnreachable("Interrupted while waiting to try again.", e);
  }
}
