package io.helyos.simulator.world;

import io.helyos.model.template.Backoff;
import io.helyos.model.template.Companions;
import io.helyos.model.template.ContainerTemplate;
import io.helyos.model.template.Isolation;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.Probe;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PullPolicy;
import io.helyos.model.template.Resources;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What users deploy: programs that run on, and programs that end, crash, or cannot be had.
final class Programs {
  private static final int FIXED = 8080;

  /// Each so many-th program has companions.
  private static final int COMPANIONS = 7;

  private final Dice dice;
  private int number;

  Programs(Dice dice) {
    this.dice = dice;
  }

  /// Any program.
  PodTemplate any() {
    if (dice.chance(0.6)) return lasting();
    var env = new TreeMap<String, String>();
    var image = image();
    switch (dice.below(5)) {
      case 0 -> image = "shop/app:missing";
      case 1 -> env.put("SIM_START_ERROR", "no such file");
      case 2 -> env.put("SIM_OOM_AFTER", dice.below(90) + 1 + "s");
      default -> {
        env.put("SIM_EXIT_AFTER", dice.below(120) + 1 + "s");
        env.put("SIM_EXIT_CODE", Integer.toString(dice.below(2)));
      }
    }
    return accompanied(template(image, env, dice.pick(List.of(RestartPolicy.values())), ports()));
  }

  /// A program that runs until it is stopped, and fits on every machine.
  PodTemplate lasting() {
    var policy = dice.chance(0.7) ? RestartPolicy.ALWAYS : RestartPolicy.ONFAILURE;
    return accompanied(template(image(), Map.of(), policy, ports()));
  }

  PodTemplate simple() {
    return template(image(), Map.of(), RestartPolicy.ALWAYS, List.of());
  }

  /// Whether its pods reach a state in which they stay.
  static boolean lasts(PodTemplate template) {
    var env = template.process().env();
    return !template.image().endsWith(":missing")
        && template.restart() == RestartPolicy.ALWAYS
        && !env.containsKey("SIM_START_ERROR")
        && !env.containsKey("SIM_OOM_AFTER")
        && !env.containsKey("SIM_EXIT_AFTER");
  }

  /// Some pods are of several containers: one that prepares, and one beside.
  private PodTemplate accompanied(PodTemplate template) {
    if (number % COMPANIONS != 0) return template;
    var init =
        companion("prepare", Map.of("SIM_EXIT_AFTER", number % 3 + 1 + "s", "SIM_EXIT_CODE", "0"));
    var beside = companion("beside", Map.of("SIM_ON_SIGNAL", "0"));
    return template.withCompanions(Companions.of(List.of(init), List.of(beside)));
  }

  private ContainerTemplate companion(String name, Map<String, String> env) {
    return new ContainerTemplate(
        name,
        "helyos/companion:" + number,
        new ProcessSpec(
            List.of(), List.of(), env, Optional.empty(), Optional.empty(), Optional.empty(), true),
        List.of(),
        List.of(),
        Resources.UNLIMITED,
        PullPolicy.MISSING,
        Isolation.DEFAULT,
        Optional.empty(),
        Optional.empty());
  }

  static boolean isPicky(PodTemplate template) {
    return template.ports().stream().anyMatch(PortSpec::isFixed);
  }

  private String image() {
    return (dice.chance(0.5) ? "helyos/app:" : "shop/app:") + ++number;
  }

  private List<PortSpec> ports() {
    return switch (dice.below(6)) {
      case 0 -> List.of(PortSpec.free(80));
      case 1 -> List.of(PortSpec.free(80), PortSpec.free(81));
      case 2 -> List.of(PortSpec.fixed(FIXED, 80));
      default -> List.of();
    };
  }

  private Optional<Probe> probe(double share) {
    return dice.chance(share)
        ? Optional.of(
            new Probe(
                new Probe.Action.Http("/", 80),
                Duration.ofSeconds(dice.below(10) + 1L),
                Duration.ofSeconds(1),
                dice.below(3) + 1,
                Duration.ofSeconds(dice.below(5))))
        : Optional.empty();
  }

  private PodTemplate template(
      String image, Map<String, String> env, RestartPolicy policy, List<PortSpec> ports) {
    var all = new TreeMap<>(env);
    all.put("SIM_ON_SIGNAL", dice.pick(List.of("0", "3", "ignore")));
    if (dice.chance(0.3)) all.put("SIM_STOP_AFTER", dice.below(15) + "s");
    return new PodTemplate(
        image,
        new ProcessSpec(
            List.of(), List.of(), all, Optional.empty(), Optional.empty(), Optional.empty(), true),
        ports,
        List.of(),
        dice.chance(0.1) ? NetworkMode.HOST : NetworkMode.BRIDGE,
        dice.chance(0.3) ? new Resources(1L << 30, 500) : Resources.UNLIMITED,
        policy,
        new Backoff(
            Duration.ofSeconds(dice.below(3)), Duration.ofSeconds(dice.chance(0.5) ? 300 : 20)),
        // Never the default one, so that a stop policy which got lost is noticed.
        new StopPolicy(
            Duration.ofSeconds(dice.below(8) + 1L), dice.pick(List.of("SIGINT", "SIGHUP"))),
        dice.chance(0.2) ? PullPolicy.ALWAYS : PullPolicy.MISSING,
        Isolation.DEFAULT,
        probe(0.4),
        probe(0.3));
  }
}
