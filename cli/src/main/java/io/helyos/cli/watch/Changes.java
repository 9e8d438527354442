package io.helyos.cli.watch;

import io.helyos.client.stream.EventStream;
import io.helyos.client.stream.StreamNews;
import io.helyos.client.stream.StreamNews.Disconnected;
import io.helyos.client.stream.StreamNews.Ended;
import io.helyos.client.stream.StreamNews.Happened;
import io.helyos.client.stream.StreamNews.Reconnected;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Tells when it is worth looking again. Events that come in a bunch count as one.
public final class Changes {
  /// Long enough for a bunch, too short for a person to notice.
  private static final Duration BUNCH = Duration.ofMillis(60);

  private final EventStream stream;
  private boolean connected = true;

  public Changes(EventStream stream) {
    this.stream = stream;
  }

  /// Whether the stream is up; while it is not, what one sees may be old.
  public boolean isConnected() {
    return connected;
  }

  /// Waits until something happened or the time is over; true if something happened.
  public boolean await(Duration longest) throws InterruptedException {
    var first = stream.poll(longest);
    if (first == null) return false;
    var worth = false;
    for (var news = first; news != null; news = stream.poll(Duration.ZERO)) {
      worth |= isWorthALook(news);
    }
    // Not a poll: one look for all that comes in the same moment.
    if (worth) TimeUnit.NANOSECONDS.sleep(BUNCH.toNanos());
    return worth;
  }

  private boolean isWorthALook(StreamNews news) {
    return switch (news) {
      case Happened _ -> true;
      case Reconnected _ -> {
        connected = true;
        yield true;
      }
      case Disconnected _ -> {
        connected = false;
        yield false;
      }
      case Ended(var failure) -> throw failure;
    };
  }
}
