package io.helyos.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// How often one call is tried, and how long between.
final class Patience {
  private static final int TRIES = 4;
  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private int tried;
  private int turns;

  /// Whether to try again after the connection broke; waits before it says yes.
  ///
  /// @param known the daemon has answered this client before, so that a refused connection means
  ///   that it restarts and not that nobody is there
  boolean again(Call call, IOException broken, boolean known) throws InterruptedException {
    var lost =
        switch (broken) {
          case SocketTimeoutException _, UnknownHostException _, SSLException _ -> false;
          case ConnectException _, NoRouteToHostException _ -> known;
          default -> true;
        };
    return lost && call.mayRepeat() && waited(100L << (2 * tried));
  }

  /// Whether another of so many daemons is to be tried, without waiting.
  boolean elsewhere(Call call, IOException broken, int others) {
    var lost = !(broken instanceof SSLException) && call.mayRepeat();
    return lost && turns++ < others;
  }

  /// Whether to try again after the daemon asked for a little time.
  boolean again(Call call, Answer answer) throws InterruptedException {
    if (answer.status() != 503 || !call.mayRepeat()) return false;
    var asked = answer.retryAfter().map(Patience::millis).orElse(Long.MAX_VALUE);
    return asked <= LONGEST_WAIT_MILLIS && waited(Math.max(asked, 100));
  }

  private boolean waited(long millis) throws InterruptedException {
    if (++tried >= TRIES) return false;
    TimeUnit.MILLISECONDS.sleep(millis);
    return true;
  }

  private static long millis(String seconds) {
    try {
      return Math.multiplyExact(Long.parseLong(seconds.strip()), 1_000L);
    } catch (NumberFormatException | ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
