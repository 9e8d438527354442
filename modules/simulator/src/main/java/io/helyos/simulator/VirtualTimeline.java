package io.helyos.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/// A timeline that stands still until it is wound on. Work runs on the thread that winds, in the
/// order of its time and, at one time, in the order in which it was planned: the same program
/// always takes the same course. For one thread only.
public final class VirtualTimeline implements Timeline {
  private record Planned(Instant due, long number, Runnable work) implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      var byTime = due.compareTo(other.due);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final TreeSet<Planned> planned = new TreeSet<>();
  private Instant now;
  private long count;

  public VirtualTimeline(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    var entry = new Planned(now.plus(delay), count++, work);
    planned.add(entry);
    return () -> planned.remove(entry);
  }

  /// Lets this much time pass, with all that falls due in it.
  public void advance(Duration by) {
    var end = now.plus(by);
    while (!planned.isEmpty() && !planned.first().due().isAfter(end)) {
      var next = planned.removeFirst();
      now = next.due();
      next.work().run();
    }
    now = end;
  }
}
