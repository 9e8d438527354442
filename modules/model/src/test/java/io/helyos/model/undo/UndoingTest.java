package io.helyos.model.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.PauseRollout;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Restart;
import io.helyos.model.deployment.DeploymentCommand.ResumeRollout;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.undo.Plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What of a change can be taken back when others have come after it.
class UndoingTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");

  private final SmallCluster cluster = new SmallCluster();

  private static Deploy deploy(String image, int replicas) {
    return new Deploy(API, PodTemplate.of(image), replicas, Map.of("tier", "web"));
  }

  private void user(String change, Object command) {
    cluster.command(API.entity(), command, change);
  }

  private List<Object> steps(String change) {
    return switch (cluster.undo(change)) {
      case Planned.Possible(var plan) ->
          plan.parts().stream().flatMap(part -> part.steps().stream()).map(Step::command).toList();
      case Planned.Needless(var why) -> throw new AssertionError(why);
      case Planned.Refused(var why) -> throw new AssertionError(why.message());
    };
  }

  private String refusal(String change) {
    return switch (cluster.undo(change)) {
      case Planned.Possible(var plan) -> throw new AssertionError("There is a way: " + plan);
      case Planned.Needless(var why) -> why;
      case Planned.Refused(var why) -> why.message();
    };
  }

  @Test
  void what_came_later_and_is_of_other_fields_stays() {
    user("made", deploy("api:1", 1));
    user("newer", deploy("api:2", 1));
    user("more", new Scale(API, 4));
    assertThat(steps("newer")).containsExactly(new Rollback(API, Optional.of(1)));
    assertThat(steps("more")).containsExactly(deploy("api:2", 1));
  }

  @Test
  void a_field_that_was_changed_again_is_named_with_who_did_it() {
    user("made", deploy("api:1", 1));
    user("more", new Scale(API, 4));
    user("less", new Scale(API, 2));
    assertThat(refusal("more")).contains("replicas", "by less-author", "change less");
    assertThat(steps("less")).containsExactly(deploy("api:1", 4));
  }

  @Test
  void what_is_as_before_already_stands_in_no_way() {
    user("made", deploy("api:1", 1));
    user("more", new Scale(API, 4));
    user("back", new Scale(API, 1));
    assertThat(refusal("more")).contains("nothing to take back");
  }

  @Test
  void what_was_changed_after_it_was_made_is_not_taken_away() {
    user("made", deploy("api:1", 1));
    user("more", new Scale(API, 4));
    assertThat(refusal("made")).contains("replicas", "change more");
    user("back", deploy("api:1", 1));
    assertThat(steps("made")).containsExactly(new Remove(API));
  }

  @Test
  void another_life_of_the_same_name_is_not_touched() {
    user("made", deploy("api:1", 0));
    user("more", new Scale(API, 1));
    user("gone", new Remove(API));
    user("news", new ReportPod(API, new PodReport(0, 0, 0, 0, Phase.GONE)));
    assertThat(refusal("more")).contains("was removed or made anew", "change gone");
    user("again", deploy("api:1", 1));
    assertThat(refusal("more")).contains("was removed or made anew");
    assertThat(refusal("gone")).contains("was removed or made anew", "change again");
  }

  @Test
  void what_was_removed_comes_back_if_its_project_is_still_there() {
    user("made", deploy("api:1", 0));
    user("gone", new Remove(API));
    assertThat(refusal("gone")).contains("Project shop was deleted since");
    var shop = EntityId.project("shop");
    cluster.command(shop, new ProjectCommand.Create("shop"), "shop");
    assertThat(steps("gone"))
        .containsExactly(deploy("api:1", 0), new ProjectCommand.ListDeployment("shop", "api"));
    cluster.command(shop, new ProjectCommand.Suspend(), "quiet");
    assertThat(refusal("gone")).contains("suspended");
  }

  @Test
  void a_stop_a_restart_and_a_pause_have_a_way_back() {
    user("made", deploy("api:1", 1));
    user("stop", new Stop(API));
    assertThat(steps("stop")).containsExactly(deploy("api:1", 1));
    user("start", deploy("api:1", 1));
    user("anew", new Restart(API));
    assertThat(steps("anew")).containsExactly(new Rollback(API, Optional.of(1)));
    user("hold", new PauseRollout(API));
    assertThat(steps("hold")).containsExactly(new ResumeRollout(API));
    assertThat(refusal("anew")).contains("paused");
  }

  @Test
  void an_undo_is_a_change_like_any_other() {
    user("made", deploy("api:1", 1));
    user("more", new Scale(API, 4));
    cluster.carryOut("more", "undo");
    assertThat(refusal("more")).contains("nothing to take back");
    assertThat(steps("undo")).containsExactly(deploy("api:1", 4));
    cluster.carryOut("undo", "redo");
    assertThat(steps("more")).containsExactly(deploy("api:1", 1));
  }

  @Test
  void of_the_labels_of_a_node_only_those_of_the_change_go_back() {
    var node = EntityId.node("n1");
    var facts = new NodeFacts("10.0.0.1", "amd64", "29.0", 2000, 1 << 30, 20_000, 20_010, 110);
    cluster.command(node, new NodeCommand.Register("n1", facts, Map.of("zone", "a")), "join");
    cluster.command(node, new NodeCommand.Label(Map.of("zone", "b")), "zone");
    cluster.command(node, new NodeCommand.Label(Map.of("zone", "b", "disk", "fast")), "disk");
    assertThat(steps("zone")).containsExactly(new NodeCommand.Label(Map.of("zone", "a")));
    assertThat(refusal("join")).contains("registers by itself");
  }

  @Test
  void what_changed_nothing_has_no_way_back() {
    user("made", deploy("api:1", 1));
    cluster.command(API.entity(), new ReportPod(API, report()), "news");
    assertThat(refusal("news")).contains("nothing");
  }

  private static PodReport report() {
    return new PodReport(0, 1, 1, 1, Phase.RUNNING);
  }
}
