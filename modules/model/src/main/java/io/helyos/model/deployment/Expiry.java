package io.helyos.model.deployment;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Expire;
import io.helyos.model.deployment.DeploymentEffect.WakeAt;
import io.helyos.model.deployment.DeploymentEvent.DeploymentExpired;
import io.helyos.model.deployment.DeploymentEvent.DeploymentRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The end of a deployment by its own time. The instant is in its state, so whoever starts late
/// finds it over.
final class Expiry {
  private Expiry() {}

  /// Why a deploy makes no sense: it would be over before it began.
  static Optional<Decision<DeploymentEvent>> refusal(Deploy deploy, Instant now) {
    return deploy
        .expires()
        .filter(at -> !at.isAfter(now))
        .map(at ->
            reject(
                Rejection.invalid(
                    "Expected `expires` in the future, found %s. Give a later time or leave it out."
                        .formatted(at))));
  }

  static Optional<DeploymentEffect> effect(Active active) {
    return active.mode() == Mode.REMOVING
        ? Optional.empty()
        : active.expires().map(at -> new WakeAt(at, new Expire(active.id(), at)));
  }

  /// A time that was changed meanwhile says nothing any more.
  static Decision<DeploymentEvent> expired(Active active, Expire news, Instant now) {
    var isMeant = active.expires().filter(news.at()::equals).isPresent();
    if (!isMeant || active.mode() == Mode.REMOVING || now.isBefore(news.at())) return unchanged();
    var expired = new DeploymentExpired(news.at(), active.mode());
    return active.slots().size() == 0
        ? accept(List.of(expired, new DeploymentRemoved()))
        : accept(expired);
  }
}
