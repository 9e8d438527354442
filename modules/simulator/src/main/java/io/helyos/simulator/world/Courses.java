package io.helyos.simulator.world;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// The courses of many numbers, on all cores. Each course is a task of its own and shares nothing
/// with the others, so that it goes as it goes alone.
public final class Courses {
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  private final Rules rules;
  private final long first;
  private final long count;
  private final PrintStream out;
  private final long began = System.nanoTime();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong violations = new AtomicLong();

  private Courses(Rules rules, long first, long count, PrintStream out) {
    this.rules = rules;
    this.first = first;
    this.count = count;
    this.out = out;
  }

  /// `--seeds N [--from K]` runs so many numbers, `--seed K` tells the story of one. Ends with 1
  /// when a promise was broken.
  public static void main(String[] arguments) {
    var options = CourseOptions.of(arguments);
    var violations =
        options.story()
            ? tell(options.first(), Rules.MODEL, System.out)
            : run(Rules.MODEL, options.first(), options.count(), options.cores(), System.out);
    System.exit(violations == 0 ? 0 : 1);
  }

  /// Tells the story of one number; answers how many promises were broken.
  static long tell(long seed, Rules rules, PrintStream out) {
    var course = Simulation.told(seed, rules);
    out.println(course.text());
    return course.broken().isPresent() ? 1 : 0;
  }

  /// Runs the numbers from the first on; answers how many broke a promise.
  static long run(Rules rules, long first, long count, int cores, PrintStream out) {
    var courses = new Courses(rules, first, count, out);
    try (var pool = Executors.newFixedThreadPool(cores)) {
      var workers = IntStream.range(0, cores).mapToObj(_ -> pool.submit(courses::work)).toList();
      workers.forEach(courses::await);
    }
    courses.conclude(cores);
    return courses.violations.get();
  }

  private void work() {
    for (var seed = next.getAndIncrement(); seed < count; seed = next.getAndIncrement()) {
      var course = Simulation.of(first + seed, rules);
      events.addAndGet(course.events());
      course.broken().ifPresent(promise -> broken(course.seed(), promise));
      done.incrementAndGet();
    }
  }

  private void broken(long seed, String promise) {
    violations.incrementAndGet();
    out.printf("Seed %d: %s%n  Its story: make simulate SEED=%d%n", seed, promise, seed);
  }

  private void await(Future<?> worker) {
    while (true) {
      try {
        worker.get(PROGRESS.toSeconds(), TimeUnit.SECONDS);
        return;
      } catch (TimeoutException _) {
        progress();
      } catch (ExecutionException fault) {
        throw new IllegalStateException("A course has ended in a fault of the world", fault);
      } catch (InterruptedException fault) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", fault);
      }
    }
  }

  private void progress() {
    out.printf(
        Locale.ROOT,
        "%d of %d seeds, %.1f/s, %d violations%n",
        done.get(),
        count,
        done.get() / seconds(),
        violations.get());
  }

  private double seconds() {
    return Math.max(1, System.nanoTime() - began) / 1e9;
  }

  private void conclude(int cores) {
    var rate = done.get() / seconds();
    out.printf(
        Locale.ROOT,
        "%d seeds (%d to %d) in %.0f s on %d cores: %.1f/s, %.1f/s per core; %d events; %d"
            + " violations%n",
        done.get(),
        first,
        first + count - 1,
        seconds(),
        cores,
        rate,
        rate / cores,
        events.get(),
        violations.get());
  }
}
