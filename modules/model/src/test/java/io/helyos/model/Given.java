package io.helyos.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads as a specification: given past events, when a command comes, then events and new effects.
public final class Given<C, E, S, F> {
  private final Decider<C, E, S, F> decider;
  private final S before;

  private Given(Decider<C, E, S, F> decider, S before) {
    this.decider = decider;
    this.before = before;
  }

  @SafeVarargs
  public static <C, E, S, F> Given<C, E, S, F> given(Decider<C, E, S, F> decider, E... past) {
    var state = decider.initial();
    for (var event : past) state = decider.evolve(state, event);
    return new Given<>(decider, state);
  }

  /// The same past, and what followed from this command. It must have been accepted.
  public Given<C, E, S, F> and(C command) {
    return and(command, Instant.EPOCH);
  }

  public Given<C, E, S, F> and(C command, Instant now) {
    return when(command, now).accepted();
  }

  public Then when(C command) {
    return when(command, Instant.EPOCH);
  }

  public Then when(C command, Instant now) {
    return new Then(command, decider.decide(before, command, now));
  }

  public S state() {
    return before;
  }

  /// What has to be true outside, reports in brief.
  public Set<Object> effects() {
    return brief(decider.effects(before));
  }

  /// A pod's report without what stands in its way, which has specifications of its own.
  private static Set<Object> brief(Set<?> effects) {
    return effects.stream()
        .<Object>map(effect ->
            effect instanceof EnsureReported(var pod, var report)
                ? new EnsureReported(pod, brief(report))
                : effect)
        .collect(Collectors.toSet());
  }

  private static PodReport brief(PodReport report) {
    return new PodReport(
        report.index(), report.revision(), report.incarnation(), report.attempt(), report.phase());
  }

  /// What a command has led to.
  public final class Then {
    private final C command;
    private final Decision<E> decision;

    private Then(C command, Decision<E> decision) {
      this.command = command;
      this.decision = decision;
    }

    /// Exactly these events; none at all means that nothing changed.
    @SafeVarargs
    public final Then then(E... events) {
      assertThat(decision).isEqualTo(Decision.accept(List.of(events)));
      return this;
    }

    /// Refused for a reason of this kind that mentions these words.
    public void refused(Rejection.Kind kind, String... words) {
      assertThat(decision)
          .isInstanceOfSatisfying(
              Rejected.class,
              no -> {
                assertThat(no.rejection().kind()).isEqualTo(kind);
                for (var word : words) assertThat(no.rejection().message()).contains(word);
              });
    }

    /// Exactly these effects that did not hold before.
    @SafeVarargs
    public final Then newEffects(F... effects) {
      var fresh = new HashSet<>(brief(decider.effects(after())));
      fresh.removeAll(brief(decider.effects(before)));
      assertThat(fresh).isEqualTo(Set.of(effects));
      return this;
    }

    public void answers(Object value) {
      assertThat(decider.answer(after(), command)).isEqualTo(value);
    }

    /// What the command has led to, as the past of another one.
    public Given<C, E, S, F> accepted() {
      return new Given<>(decider, after());
    }

    private S after() {
      if (!(decision instanceof Accepted<E>(var events))) {
        throw new AssertionError("Expected %s to be accepted: %s".formatted(command, decision));
      }
      var state = before;
      for (var event : events) state = decider.evolve(state, event);
      return state;
    }
  }
}
