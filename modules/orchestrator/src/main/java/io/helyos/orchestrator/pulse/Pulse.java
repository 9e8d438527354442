package io.helyos.orchestrator.pulse;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The pulse of this process. A process that was stopped or starved for longer than the others wait
/// must not finish what it had begun: its entities may live elsewhere by now. Whoever is about to
/// change something asks first, in its own thread, as any of them may be the first to go on.
public final class Pulse {
  private static final Duration BEAT = Duration.ofMillis(200);

  /// Of a process that nobody else would replace.
  public static final Pulse NONE = new Pulse(() -> 0, Duration.ofDays(1), _ -> {});

  private final LongSupplier nanos;
  private final Duration limit;
  private final Consumer<Duration> stopped;
  private volatile long last;

  /// @param nanos a clock that only goes forward
  /// @param limit so long it may have slept
  /// @param stopped hears how long it was when it was longer; does not return in earnest
  public Pulse(LongSupplier nanos, Duration limit, Consumer<Duration> stopped) {
    this.nanos = nanos;
    this.limit = limit;
    this.stopped = stopped;
    this.last = nanos.getAsLong();
  }

  /// Lets it beat in a thread of its own, for as long as the process lives.
  public Pulse beating() {
    Thread.ofPlatform()
        .daemon()
        .name("pulse")
        .start(() -> {
          while (true) {
            LockSupport.parkNanos(BEAT.toNanos());
            beat();
          }
        });
    return this;
  }

  void beat() {
    requireAwake();
    last = nanos.getAsLong();
  }

  /// To be called before anything is changed that others may have taken over.
  public void requireAwake() {
    var age = Duration.ofNanos(nanos.getAsLong() - last);
    if (age.compareTo(limit) > 0) stopped.accept(age);
  }
}
