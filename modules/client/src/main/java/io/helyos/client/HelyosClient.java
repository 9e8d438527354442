package io.helyos.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.client.exec.ExecSpec;
import io.helyos.client.exec.ExecTalk;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.files.PodFiles;
import io.helyos.client.http.Answer;
import io.helyos.client.http.Call;
import io.helyos.client.http.Endpoint;
import io.helyos.client.http.ReadMark;
import io.helyos.client.http.Route;
import io.helyos.client.http.Wire;
import io.helyos.client.stream.EventQuery;
import io.helyos.client.stream.EventStream;
import io.helyos.client.stream.LogQuery;
import io.helyos.client.stream.LogStream;
import io.helyos.contract.resource.AuthorityResource;
import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.contract.resource.CreateProject;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeStats;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.ProjectResource;
import io.helyos.contract.resource.ScaleRequest;
import io.helyos.contract.resource.VersionResource;
import io.helyos.contract.resource.WhoAmI;
import io.helyos.contract.resource.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One method for each route of the native API. Failures come as
/// [io.helyos.client.failure.HelyosException].
public final class HelyosClient {
  /// How long a broken event stream is tried again.
  public static final Duration STREAM_PATIENCE = Duration.ofMinutes(2);

  private final ObjectMapper json = WireFormat.answers();
  private final Wire wire;
  private final Optional<String> at;

  public HelyosClient(Endpoint endpoint, ReadMark mark) {
    this(new Wire(endpoint, mark), Optional.empty());
  }

  private HelyosClient(Wire wire, Optional<String> at) {
    this.wire = wire;
    this.at = at;
  }

  public static HelyosClient of(Endpoint endpoint) {
    return new HelyosClient(endpoint, ReadMark.inMemory());
  }

  /// The same daemon as of an earlier time, for reads of projects, deployments, pods and nodes.
  ///
  /// @param moment a time, `10m ago`, or the id of a change
  public HelyosClient at(String moment) {
    return new HelyosClient(wire, Optional.of(moment));
  }

  public Endpoint endpoint() {
    return wire.endpoint();
  }

  /// `ok` while the daemon lives.
  public String health() {
    return wire.send(Call.get(Route.plain("health"))).text();
  }

  /// Returns when the daemon takes requests; throws while it starts.
  public String ready() {
    return wire.send(Call.get(Route.plain("ready"))).text();
  }

  public VersionResource version() {
    return get(Route.api("version"), VersionResource.class);
  }

  /// The daemon's own authority, if it has one; nobody has confirmed it yet.
  public Optional<AuthorityResource> authority() {
    try {
      return Optional.of(get(Route.api("ca"), AuthorityResource.class));
    } catch (RequestRefused refused) {
      if (refused.problem().status() == 404) return Optional.empty();
      throw refused;
    }
  }

  public WhoAmI whoAmI() {
    return get(Route.api("whoami"), WhoAmI.class);
  }

  /// Who may ask.
  public Tokens tokens() {
    return new Tokens(this);
  }

  public List<ProjectResource> projects() {
    return List.of(get(Route.api("projects"), ProjectResource[].class));
  }

  public ProjectResource project(String name) {
    return get(Route.api("projects", name), ProjectResource.class);
  }

  public Change<ProjectResource> createProject(String name) {
    return change(post(Route.api("projects"), new CreateProject(name)), ProjectResource.class);
  }

  public Change<ProjectResource> suspendProject(String name) {
    return change(Call.post(Route.api("projects", name, "suspend")), ProjectResource.class);
  }

  public Change<ProjectResource> resumeProject(String name) {
    return change(Call.post(Route.api("projects", name, "resume")), ProjectResource.class);
  }

  public Change<ProjectResource> deleteProject(String name) {
    return change(Call.delete(Route.api("projects", name)), ProjectResource.class);
  }

  /// Sends a spec as it was written.
  ///
  /// @param type `application/yaml` or `application/json`
  public Change<DeploymentResource> deploy(byte[] spec, String type) {
    return change(Call.post(Route.api("deploy"), spec, type), DeploymentResource.class);
  }

  /// The same, refused with 412 if there is a deployment of that name.
  public Change<DeploymentResource> deployNew(byte[] spec, String type) {
    return change(Call.post(Route.api("deploy"), spec, type).onlyIfNew(), DeploymentResource.class);
  }

  /// What a deploy would come to; nothing is stored.
  public Rehearsal rehearse(byte[] spec, String type) {
    var answer = wire.send(Call.post(Route.api("deploy").with("dryRun", "true"), spec, type));
    return new Rehearsal(
        read(answer, DeploymentResource.class), read(answer, Rehearsal.Body.class).plan());
  }

  public List<DeploymentResource> deployments(Listing which) {
    return List.of(get(which.on("deployments"), DeploymentResource[].class));
  }

  public DeploymentResource deployment(String project, String name) {
    return get(deploymentRoute(project, name), DeploymentResource.class);
  }

  public Change<DeploymentResource> scale(String project, String name, int replicas) {
    var route = Route.api("projects", project, "deployments", name, "scale");
    return change(post(route, new ScaleRequest(replicas)), DeploymentResource.class);
  }

  public Change<DeploymentResource> stop(String project, String name) {
    var route = Route.api("projects", project, "deployments", name, "stop");
    return change(Call.post(route), DeploymentResource.class);
  }

  public Change<DeploymentResource> delete(String project, String name) {
    return change(Call.delete(deploymentRoute(project, name)), DeploymentResource.class);
  }

  /// What moves deployments from one revision to another.
  public Rollouts rollouts() {
    return new Rollouts(this);
  }

  public LogStream logs(LogQuery which) {
    return LogStream.open(wire, which);
  }

  public List<PodResource> pods(Listing which) {
    return List.of(get(which.on("pods"), PodResource[].class));
  }

  public PodResource pod(String name) {
    return get(Route.api("pods", name), PodResource.class);
  }

  /// What happened to it last, the newest last.
  ///
  /// @param tail so many events
  public List<EventResource> podEvents(String name, int tail) {
    var route = Route.api("pods", name, "events").with("tail", Integer.toString(tail));
    return List.of(get(route, EventResource[].class));
  }

  public ClusterConfig clusterConfig() {
    return new ClusterConfig(this);
  }

  /// What was, told by the journal.
  public Histories histories() {
    return new Histories(this);
  }

  /// Plans that lead back to what was.
  public Reversals reversals() {
    return new Reversals(this);
  }

  /// Whether the journal is what was written.
  public Audits audits() {
    return new Audits(this);
  }

  /// Runs a command in the container of a pod.
  public ExecTalk exec(String pod, ExecSpec command, ExecTalk.Ears ears) {
    return ExecTalk.open(wire, pod, command, ears);
  }

  /// The files of a pod's container; of its own when none is named.
  public PodFiles files(String pod, Optional<String> container) {
    return new PodFiles(wire, pod, container);
  }

  public List<NodeResource> nodes() {
    return List.of(get(Route.api("nodes"), NodeResource[].class));
  }

  public NodeResource node(String name) {
    return get(Route.api("nodes", name), NodeResource.class);
  }

  /// Taking nodes out of service, and back.
  public Maintenance maintenance() {
    return new Maintenance(this);
  }

  public List<NodeStats> nodeStats() {
    return List.of(get(Route.api("nodes", "stats"), NodeStats[].class));
  }

  public EventStream events(EventQuery which) {
    return EventStream.open(wire, which, STREAM_PATIENCE);
  }

  private static Route deploymentRoute(String project, String name) {
    return Route.api("projects", project, "deployments", name);
  }

  Answer ask(Route route) {
    return send(Call.get(route));
  }

  Answer send(Call call) {
    return wire.send(call);
  }

  <T> T get(Route route, Class<T> type) {
    return read(wire.send(Call.get(route.with("at", at))), type);
  }

  <T> T ask(Route route, Object body, Class<T> type) {
    return read(wire.send(post(route, body)), type);
  }

  Call post(Route route, Object body) {
    try {
      return Call.post(route, json.writeValueAsBytes(body), "application/json");
    } catch (IOException e) {
      throw new IllegalStateException("A request of ours cannot be written: " + body, e);
    }
  }

  <T> Change<T> change(Call call, Class<T> type) {
    var answer = wire.send(call);
    var empty = answer.body().length == 0;
    var mark = answer.mark().orElse("");
    if (mark.indexOf('@') > 0) {
      var said = ChangeAnswer.ofHeaders(answer.change().orElse(""), mark);
      return Change.of(empty ? null : read(answer, type), said);
    }
    var said = empty ? new ChangeAnswer("", "", 0) : read(answer, ChangeAnswer.class);
    return Change.of(empty ? null : read(answer, type), said);
  }

  <T> T read(Answer answer, Class<T> type) {
    return AnswerReading.read(answer, type, json, endpoint().server());
  }
}
