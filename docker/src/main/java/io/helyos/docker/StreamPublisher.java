package io.helyos.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One stream of the engine for each subscriber: opened when it subscribes, read by a virtual
/// thread of its own no faster than it asks, closed when it cancels.
///
/// `onSubscribe` is called when the engine has begun to answer: what happens after that is in the
/// stream.
final class StreamPublisher<T> implements Flow.Publisher<T> {
  private final String what;
  private final Supplier<Response> opening;
  private final Format<T> format;
  private final Set<StreamSubscription<?>> open;

  /// How items are cut out of the bytes.
  interface Format<T> {
    Reader<T> read(InputStream bytes);
  }

  interface Reader<T> {
    /// The next item, null at the end of a stream that may end. Blocks.
    @Nullable T next() throws IOException;
  }

  /// @param what for messages: `the log of c1`
  /// @param open where streams that are open stand, so that they can be closed with the runtime
  StreamPublisher(
      String what, Supplier<Response> opening, Format<T> format, Set<StreamSubscription<?>> open) {
    this.what = what;
    this.opening = opening;
    this.format = format;
    this.open = open;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    var subscription = new StreamSubscription<T>(subscriber);
    open.add(subscription);
    Thread.ofVirtual()
        .name("docker-stream")
        .start(() -> {
          try {
            run(subscription);
          } finally {
            open.remove(subscription);
          }
        });
  }

  private void run(StreamSubscription<T> subscription) {
    Response response;
    try {
      response = opening.get();
    } catch (RuntimeException e) {
      subscription.begin(null);
      subscription.fail(Failures.translate(e));
      return;
    }
    try (response) {
      subscription.begin(response);
      pump(subscription, format.read(response.getBody()));
    } catch (IOException | RuntimeException e) {
      subscription.fail(broken(e));
    } catch (Error e) {
      // Somebody waits for the end of this stream, whatever ends it.
      subscription.fail(e);
      throw e;
    }
  }

  private void pump(StreamSubscription<T> subscription, Reader<T> reader) throws IOException {
    while (subscription.awaitDemand()) {
      var item = reader.next();
      if (item == null) {
        subscription.complete();
        return;
      }
      subscription.deliver(item);
    }
  }

  private RuntimeFailure broken(Exception e) {
    return e instanceof RuntimeFailure failure
        ? failure
        : new RuntimeFailure(
            Kind.UNREACHABLE, what + ": the Docker engine has ended the stream", e);
  }
}
