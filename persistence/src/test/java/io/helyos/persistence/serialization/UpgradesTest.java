package io.helyos.persistence.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.model.EntityKind;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.journal.EncodedEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Snapshots of a build that knew no rollouts.
class UpgradesTest {
  private final JacksonCodec codec = new JacksonCodec();

  @Test
  void a_deployment_of_a_time_before_rollouts_is_read_with_its_templates_as_revisions()
      throws IOException {
    var now = Samples.of(Deployment.Active.class, 2);
    var read = (Deployment.Active) codec.decodeState(EntityKind.DEPLOYMENT, asBefore(now));
    assertThat(read.id()).isEqualTo(now.id());
    assertThat(read.revision()).isEqualTo(now.revision());
    assertThat(read.rollout()).isEqualTo(Rollout.NONE);
    assertThat(read.update()).isEqualTo(UpdatePolicy.rolling(0, 1));
    assertThat(read.revisions().keySet()).isEqualTo(now.revisions().keySet());
    now.revisions()
        .forEach((number, revision) ->
            assertThat(read.revision(number).template()).isEqualTo(revision.template()));
    assertThat(read.slots().size()).isEqualTo(now.slots().size());
    now.slots()
        .forEach((index, slot) ->
            assertThat(read.slots().get(index).orElseThrow().phase()).isEqualTo(slot.phase()));
  }

  @Test
  void a_deploy_that_was_stored_then_is_read_with_the_update_that_it_meant() throws IOException {
    var golden = GoldenEvent.read(EventTypes.named("deployment.deployed", 1));
    var stored = RecordedFormat.read(golden.stored());
    var event = new EncodedEvent(stored.type(), stored.version(), stored.bytes());
    var read = (DeploymentEvent.Deployed) codec.decode(event);
    assertThat(read.update()).isEqualTo(UpdatePolicy.rolling(0, 1));
    assertThat(read.expires()).isEmpty();
    assertThat(codec.encode(read).version()).isEqualTo(2);
  }

  /// As that build wrote it.
  private static byte[] asBefore(Deployment state) throws IOException {
    var mapper = Mappers.states();
    var tree =
        (ObjectNode) mapper.readTree(mapper.writerFor(Deployment.class).writeValueAsBytes(state));
    var templates = mapper.createObjectNode();
    tree.remove("revisions")
        .properties()
        .forEach(entry -> templates.set(entry.getKey(), entry.getValue().required("template")));
    tree.set("templates", templates);
    tree.remove(List.of("update", "rollout"));
    for (var slot : tree.required("slots")) {
      ((ObjectNode) slot).remove(List.of("surge", "proven", "readySince", "setbacks", "forgiven"));
    }
    return mapper.writeValueAsBytes(tree);
  }
}
