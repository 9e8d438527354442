package io.helyos.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What lies between entities, agents and users. Every message has a fate: when it arrives, how
/// often, and whether at all.
final class Network {
  /// A message on its way.
  record Message(String from, String to, Supplier<String> words) {}

  /// What becomes of messages.
  interface Fate {
    /// The time that each copy takes; none for a message that is lost.
    List<Duration> of(Message message);
  }

  private final World world;
  private Fate fate;
  private @Nullable Daemon cutOff;

  Network(World world, Fate fate) {
    this.world = world;
    this.fate = fate;
  }

  void fate(Fate next) {
    fate = next;
  }

  /// Nobody but itself hears this daemon, nor does it hear others.
  ///
  /// @param blind whether it does not reach the journal either
  void cutOff(Daemon daemon, boolean blind) {
    heal();
    cutOff = daemon;
    daemon.isolate(blind);
  }

  boolean isCutOff(Daemon daemon) {
    return cutOff == daemon;
  }

  /// All hear all.
  void heal() {
    var back = cutOff;
    cutOff = null;
    if (back != null) back.reunite();
  }

  /// Whether one daemon's words reach another.
  boolean passes(Daemon from, Daemon to) {
    return from == to || (cutOff != from && cutOff != to);
  }

  void send(Message message, Runnable arrival) {
    var copies = fate.of(message);
    if (copies.isEmpty()) {
      world.story("network", () -> "loses " + text(message));
    } else if (copies.size() > 1) {
      world.story("network", () -> "doubles " + text(message));
    } else if (copies.getFirst().compareTo(Duration.ofSeconds(2)) > 0) {
      world.story("network", () -> "holds back for %s: %s".formatted(copies, text(message)));
    }
    copies.forEach(delay -> world.time().after(delay, arrival));
  }

  private static String text(Message message) {
    return "%s -> %s: %s".formatted(message.from(), message.to(), message.words().get());
  }

  /// A question and its answer, either of which may be lost or come twice. Whoever asked hears
  /// once: the first answer, or after a while that there is none.
  ///
  /// @param deliver brings the question to where it is answered
  <T> void ask(
      Daemon asker,
      Message question,
      Duration patience,
      Consumer<Consumer<T>> deliver,
      Consumer<Optional<T>> then) {
    var open = new Open<T>(then);
    asker.after(patience, () -> open.end(Optional.empty()));
    var life = asker.life();
    send(
        question,
        () ->
            deliver.accept(value -> {
              var answer =
                  new Message(
                      question.to(),
                      question.from(),
                      () -> "%s to %s".formatted(value, question.words().get()));
              send(answer, () -> asker.in(life, () -> open.end(Optional.of(value))));
            }));
  }

  /// A question that waits for its answer.
  private static final class Open<T> {
    private @Nullable Consumer<Optional<T>> then;

    private Open(Consumer<Optional<T>> then) {
      this.then = then;
    }

    private void end(Optional<T> value) {
      var waiting = then;
      then = null;
      if (waiting != null) waiting.accept(value);
    }
  }
}
