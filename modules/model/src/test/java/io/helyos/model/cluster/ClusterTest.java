package io.helyos.model.cluster;

import static io.helyos.model.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import io.helyos.model.cluster.ClusterEvent.ClusterFounded;
import io.helyos.model.cluster.ClusterEvent.TokenIssued;
import io.helyos.model.cluster.ClusterEvent.TokenRevoked;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private static Given<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> founded() {
    return given(new ClusterLifecycle()).and(new Found("c1"));
  }

  private static IssueToken issue(String id, String name) {
    return new IssueToken(id, name, "hash of " + id, Optional.empty());
  }

  private static Token token(Given<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> given) {
    return ((Cluster.Founded) given.state()).tokens().values().iterator().next();
  }

  @Test
  void a_cluster_is_founded_once_and_keeps_its_identity() {
    given(new ClusterLifecycle()).when(new Found("c1")).then(new ClusterFounded("c1"));
    founded().when(new Found("c2")).then();
  }

  @Test
  void nothing_can_be_asked_of_a_cluster_that_is_not_founded() {
    given(new ClusterLifecycle()).when(issue("t1", "ci")).refused(Kind.UNAVAILABLE, "founded");
    given(new ClusterLifecycle()).when(new RevokeToken("ci")).refused(Kind.UNAVAILABLE);
  }

  @Nested
  class A_token {
    @Test
    void is_kept_as_its_hash() {
      founded()
          .when(issue("t1", "ci"), NOON)
          .then(
              new TokenIssued(
                  new Token("t1", "ci", "hash of t1", NOON, Optional.empty(), Optional.empty())))
          .newEffects();
    }

    @Test
    void needs_a_name_of_its_own() {
      founded()
          .and(issue("t1", "ci"))
          .when(issue("t2", "ci"))
          .refused(Kind.CONFLICT, "named ci", "Revoke it first");
    }

    @Test
    void is_revoked_by_name_and_stays_in_the_books() {
      var revoked =
          founded()
              .and(issue("t1", "ci"), NOON)
              .when(new RevokeToken("ci"), LATER)
              .then(new TokenRevoked("t1", "ci", LATER))
              .accepted();
      assertThat(token(revoked).revokedAt()).contains(LATER);
      assertThat(token(revoked).isValid(LATER)).isFalse();
    }

    @Test
    void leaves_its_name_free_when_it_is_revoked() {
      founded().and(issue("t1", "ci")).and(new RevokeToken("ci")).and(issue("t2", "ci"));
    }

    @Test
    void that_does_not_exist_cannot_be_revoked() {
      founded().when(new RevokeToken("ci")).refused(Kind.NOT_FOUND, "named ci");
      founded()
          .and(issue("t1", "ci"))
          .and(new RevokeToken("ci"))
          .when(new RevokeToken("ci"))
          .refused(Kind.NOT_FOUND);
    }

    @Test
    void is_valid_until_its_end() {
      var ends = token(founded().and(new IssueToken("t1", "ci", "hash", Optional.of(LATER)), NOON));
      assertThat(ends.isValid(LATER.minusNanos(1))).isTrue();
      assertThat(ends.isValid(LATER)).isFalse();
      assertThat(token(founded().and(issue("t2", "cd"), NOON)).isValid(Instant.MAX)).isTrue();
    }
  }
}
