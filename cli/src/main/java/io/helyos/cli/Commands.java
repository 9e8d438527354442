package io.helyos.cli;

import io.helyos.cli.access.CreateTokenCommand;
import io.helyos.cli.access.ListTokensCommand;
import io.helyos.cli.access.LoginCommand;
import io.helyos.cli.access.LogoutCommand;
import io.helyos.cli.access.RevokeTokenCommand;
import io.helyos.cli.access.WhoAmICommand;
import io.helyos.cli.audit.CheckpointCommand;
import io.helyos.cli.audit.KeyCommand;
import io.helyos.cli.audit.LogCommand;
import io.helyos.cli.audit.VerifyCommand;
import io.helyos.cli.cluster.GetConfigCommand;
import io.helyos.cli.cluster.SetConfigCommand;
import io.helyos.cli.completion.CompleteCommand;
import io.helyos.cli.completion.CompletionsCommand;
import io.helyos.cli.context.CurrentContextCommand;
import io.helyos.cli.context.ListContextsCommand;
import io.helyos.cli.context.RemoveContextCommand;
import io.helyos.cli.context.RenameContextCommand;
import io.helyos.cli.context.SetContextCommand;
import io.helyos.cli.context.UseContextCommand;
import io.helyos.cli.copy.CpCommand;
import io.helyos.cli.deploy.DeployCommand;
import io.helyos.cli.deployment.DeploymentsCommand;
import io.helyos.cli.deployment.DescribeDeploymentCommand;
import io.helyos.cli.deployment.RemoveCommand;
import io.helyos.cli.deployment.ScaleCommand;
import io.helyos.cli.deployment.StopCommand;
import io.helyos.cli.draft.CreateDeploymentCommand;
import io.helyos.cli.draft.InitCommand;
import io.helyos.cli.event.EventsCommand;
import io.helyos.cli.exec.ExecCommand;
import io.helyos.cli.history.BlameCommand;
import io.helyos.cli.history.EventHistoryCommand;
import io.helyos.cli.history.WhyCommand;
import io.helyos.cli.logs.LogsCommand;
import io.helyos.cli.node.ConfirmLossCommand;
import io.helyos.cli.node.CordonCommand;
import io.helyos.cli.node.DescribeNodeCommand;
import io.helyos.cli.node.DrainCommand;
import io.helyos.cli.node.LabelCommand;
import io.helyos.cli.node.NodesCommand;
import io.helyos.cli.node.UncordonCommand;
import io.helyos.cli.pod.DescribePodCommand;
import io.helyos.cli.pod.PodsCommand;
import io.helyos.cli.project.CreateProjectCommand;
import io.helyos.cli.project.DeleteProjectCommand;
import io.helyos.cli.project.DescribeProjectCommand;
import io.helyos.cli.project.ListProjectsCommand;
import io.helyos.cli.project.ResumeProjectCommand;
import io.helyos.cli.project.SuspendProjectCommand;
import io.helyos.cli.rollout.DiffCommand;
import io.helyos.cli.rollout.HistoryCommand;
import io.helyos.cli.rollout.PauseCommand;
import io.helyos.cli.rollout.RestartCommand;
import io.helyos.cli.rollout.ResumeCommand;
import io.helyos.cli.rollout.RollbackCommand;
import io.helyos.cli.rollout.RolloutStatusCommand;
import io.helyos.cli.run.RunCommand;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.status.StatusCommand;
import io.helyos.cli.status.VersionCommand;
import io.helyos.cli.undo.RestoreProjectCommand;
import io.helyos.cli.undo.UndoCommand;
import io.helyos.cli.usage.UsageCommand;
import io.helyos.cli.waiting.WaitCommand;
import java.util.List;
import picocli.CommandLine;

/// The tree of commands. picocli reads the annotations of every command that it is given, which
/// would take most of the time of a short command; so only the one that is asked for is given.
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "init",
          "create",
          "deploy",
          "run",
          "status",
          "deployments",
          "pods",
          "nodes",
          "node",
          "cluster",
          "describe",
          "logs",
          "exec",
          "cp",
          "events",
          "history",
          "why",
          "usage",
          "audit",
          "scale",
          "rollout",
          "rollback",
          "restart",
          "diff",
          "blame",
          "undo",
          "restore",
          "stop",
          "rm",
          "wait",
          "project",
          "login",
          "logout",
          "whoami",
          "context",
          "auth",
          "version",
          "completions",
          "__complete");

  private final Shell shell;

  Commands(Shell shell) {
    this.shell = shell;
  }

  /// Adds the command that the line begins with, or all if it begins with none of them.
  void addTo(CommandLine root, String[] line) {
    if (line.length > 0 && NAMES.contains(line[0]) && !line[0].equals("__complete")) {
      add(root, line[0]);
    } else {
      NAMES.forEach(name -> add(root, name));
    }
  }

  private void add(CommandLine root, String name) {
    switch (name) {
      case "init" -> root.addSubcommand(new InitCommand(shell));
      case "create" ->
          group(root, name, "Make something without a file.", new CreateDeploymentCommand(shell));
      case "deploy" -> root.addSubcommand(new DeployCommand(shell));
      case "run" -> root.addSubcommand(new RunCommand(shell));
      case "status" -> root.addSubcommand(new StatusCommand(shell));
      case "deployments" -> root.addSubcommand(new DeploymentsCommand(shell));
      case "pods" -> root.addSubcommand(new PodsCommand(shell));
      case "nodes" -> root.addSubcommand(new NodesCommand(shell));
      case "node" -> node(root);
      case "cluster" -> cluster(root);
      case "describe" -> describe(root);
      case "logs" -> root.addSubcommand(new LogsCommand(shell));
      case "exec" -> root.addSubcommand(new ExecCommand(shell));
      case "cp" -> root.addSubcommand(new CpCommand(shell));
      case "events" -> root.addSubcommand(new EventsCommand(shell));
      case "history", "why", "usage", "blame", "undo", "restore" -> past(root, name);
      case "audit" -> audit(root);
      case "scale" -> root.addSubcommand(new ScaleCommand(shell));
      case "rollout" -> rollout(root);
      case "rollback" -> root.addSubcommand(new RollbackCommand(shell));
      case "restart" -> root.addSubcommand(new RestartCommand(shell));
      case "diff" -> root.addSubcommand(new DiffCommand(shell));
      case "stop" -> root.addSubcommand(new StopCommand(shell));
      case "rm" -> root.addSubcommand(new RemoveCommand(shell));
      case "wait" -> root.addSubcommand(new WaitCommand(shell));
      case "project" -> project(root);
      case "login" -> root.addSubcommand(new LoginCommand(shell));
      case "logout" -> root.addSubcommand(new LogoutCommand(shell));
      case "whoami" -> root.addSubcommand(new WhoAmICommand(shell));
      case "context" -> context(root);
      case "auth" -> auth(root);
      case "version" -> root.addSubcommand(new VersionCommand(shell));
      case "completions" -> root.addSubcommand(new CompletionsCommand(shell));
      case "__complete" -> root.addSubcommand(new CompleteCommand(shell));
      default -> throw new IllegalStateException("No command " + name);
    }
  }

  private void past(CommandLine root, String name) {
    switch (name) {
      case "history" -> root.addSubcommand(new EventHistoryCommand(shell));
      case "why" -> root.addSubcommand(new WhyCommand(shell));
      case "usage" -> root.addSubcommand(new UsageCommand(shell));
      case "blame" -> root.addSubcommand(new BlameCommand(shell));
      case "undo" -> root.addSubcommand(new UndoCommand(shell));
      case "restore" ->
          group(root, name, "Make something what it was.", new RestoreProjectCommand(shell));
      default -> throw new IllegalStateException("No command " + name);
    }
  }

  private void audit(CommandLine root) {
    group(
        root,
        "audit",
        "Prove what was written, and tell what was refused.",
        new VerifyCommand(shell),
        new CheckpointCommand(shell),
        new KeyCommand(shell),
        new LogCommand(shell));
  }

  private void describe(CommandLine root) {
    group(
        root,
        "describe",
        "Tell all about one thing.",
        new DescribePodCommand(shell),
        new DescribeDeploymentCommand(shell),
        new DescribeNodeCommand(shell),
        new DescribeProjectCommand(shell));
  }

  private void node(CommandLine root) {
    group(
        root,
        "node",
        "Change what a node is used for.",
        new CordonCommand(shell),
        new UncordonCommand(shell),
        new LabelCommand(shell),
        new DrainCommand(shell),
        new ConfirmLossCommand(shell));
  }

  private void cluster(CommandLine root) {
    group(
        group(root, "cluster", "Choose what holds for the whole cluster."),
        "config",
        "Show or choose what holds for the whole cluster.",
        new GetConfigCommand(shell),
        new SetConfigCommand(shell));
  }

  private void rollout(CommandLine root) {
    group(
        root,
        "rollout",
        "Follow and steer how a change reaches the pods.",
        new RolloutStatusCommand(shell),
        new HistoryCommand(shell),
        new PauseCommand(shell),
        new ResumeCommand(shell));
  }

  private void project(CommandLine root) {
    group(
        root,
        "project",
        "List and change projects.",
        new ListProjectsCommand(shell),
        new CreateProjectCommand(shell),
        new SuspendProjectCommand(shell),
        new ResumeProjectCommand(shell),
        new DeleteProjectCommand(shell));
  }

  private void context(CommandLine root) {
    group(
        root,
        "context",
        "Choose and change the clusters that you work with.",
        new ListContextsCommand(shell),
        new UseContextCommand(shell),
        new CurrentContextCommand(shell),
        new RenameContextCommand(shell),
        new SetContextCommand(shell),
        new RemoveContextCommand(shell));
  }

  private void auth(CommandLine root) {
    var auth = group(root, "auth", "Manage who may talk to the daemon.");
    group(
        auth,
        "token",
        "List and change tokens.",
        new CreateTokenCommand(shell),
        new ListTokensCommand(shell),
        new RevokeTokenCommand(shell));
  }

  private static CommandLine group(
      CommandLine parent, String name, String description, Object... commands) {
    var group = new CommandLine(new Group());
    group.getCommandSpec().name(name).usageMessage().description(description);
    // Added before its own commands, so that the options that all share reach those too.
    parent.addSubcommand(name, group);
    for (var command : commands) group.addSubcommand(command);
    return group;
  }
}
