package io.helyos.persistence.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.journal.Recorded;
import java.time.Instant;

/// Events of about the usual size.
public final class Events {
  private static final Instant TIME = Instant.parse("2026-11-22T09:00:00.000123Z");

  private Events() {}

  public static Recorded recorded(String text) {
    return new Recorded(
        text.getBytes(UTF_8),
        "pod.started",
        1,
        TIME,
        "node-1",
        "0192f3c4d5e60192f3c4d5e6",
        "alice",
        "deployment|shop-api@3",
        "",
        "",
        new byte[32]);
  }

  public static EntityId pod(int index) {
    return new EntityId(EntityKind.POD, "shop-api-" + index);
  }
}
