package io.helyos.http.edge;

import java.util.concurrent.ThreadLocalRandom;

/// Names for requests, so that a problem that a user reports is found in the log.
public final class RequestIds {
  private RequestIds() {}

  public static String next() {
    return "req-%016x".formatted(ThreadLocalRandom.current().nextLong());
  }
}
