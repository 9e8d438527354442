package io.helyos.http.writes;

import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.contract.resource.Written;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Query;
import io.helyos.http.problem.Refusal;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.orchestrator.ChangeId;
import io.helyos.orchestrator.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Sends a user's commands into the core.
public final class Writes {
  private static final int LONGEST_KEY = 255;

  private final InstantSource clock;

  public Writes(InstantSource clock) {
    this.clock = clock;
  }

  /// Completes when the change is durable and readable here; fails with a refusal otherwise.
  public CompletionStage<Done> execute(Call call, EntityId entity, Object command) {
    return execute(call, entity, command, Precondition.of(call, entity));
  }

  /// Only if the entity is at this sequence.
  public CompletionStage<Done> execute(
      Call call, EntityId entity, Object command, Optional<Long> expected) {
    var request = request(call);
    var asked = expected.isEmpty() ? request : request.expecting(expected.get());
    return call.core().execute(entity, command, asked).thenApply(Writes::accepted);
  }

  /// A command that follows from one that was accepted.
  public CompletionStage<Done> follow(Call call, Done cause, EntityId entity, Object command) {
    return follow(call, cause, entity, command, Optional.empty());
  }

  /// Likewise, if the entity is at this sequence.
  public CompletionStage<Done> follow(
      Call call, Done cause, EntityId entity, Object command, Optional<Long> expected) {
    var request =
        new Request(
            cause.change(),
            call.author(),
            "",
            "",
            cause.entity() + "@" + cause.sequence(),
            cause.time(),
            expected);
    return call.core().execute(entity, command, request).thenApply(Writes::accepted);
  }

  /// The change that a repeatable request makes, or has made already; empty for one without a key.
  public Optional<String> change(Call call) {
    return key(call).map(_ -> request(call).change());
  }

  private Request request(Call call) {
    var key = key(call);
    if (key.isEmpty()) return Request.of(ChangeId.next(clock), call.author());
    var digest = RequestDigest.of(call.method(), call.path(), call.body());
    return Request.of(
        ChangeId.ofKey(call.author(), key.get(), digest),
        call.author(),
        call.author() + ':' + key.get(),
        digest);
  }

  private static Optional<String> key(Call call) {
    var key = call.header("Idempotency-Key");
    var isGood =
        key.filter(k -> k.length() <= LONGEST_KEY && k.chars().allMatch(c -> c > ' ' && c < 0x7f))
            .isPresent();
    if (key.isPresent() && !isGood) {
      throw Query.bad(
          "Expected an Idempotency-Key of at most %d visible ASCII characters, found another."
              .formatted(LONGEST_KEY));
    }
    return key;
  }

  private static Done accepted(Answer answer) {
    return switch (answer) {
      case Done done -> done;
      case Answer.Refused(_, var rejection) -> throw Refusal.of(rejection);
    };
  }

  /// The object after a write, with the change and the mark.
  public static HttpResponse answer(int status, Object object, Done done) {
    var change = new ChangeAnswer(done.change(), done.entity().toString(), done.sequence());
    return marked(Answers.json(status, new Written<>(object, change)), done);
  }

  /// The answer to the removal of something.
  public static HttpResponse gone(Done done) {
    return marked(Answers.empty(), done);
  }

  /// The headers that every write's answer has.
  public static HttpResponse marked(HttpResponse answer, Done done) {
    var change = new ChangeAnswer(done.change(), done.entity().toString(), done.sequence());
    var told =
        done.change().isEmpty()
            ? answer
            : Answers.with(answer, ChangeAnswer.CHANGE_HEADER, done.change());
    var seen = Answers.with(told, ChangeAnswer.AFTER_HEADER, change.mark());
    return Answers.with(seen, "ETag", Precondition.etag(done.sequence()));
  }

  /// The answer to a read of one thing.
  public static HttpResponse read(Object object, long sequence) {
    return Answers.with(Answers.json(object), "ETag", Precondition.etag(sequence));
  }

  /// The time of this daemon, for what is made here.
  public Instant now() {
    return clock.instant();
  }
}
