package io.helyos.daemon.cluster;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Programs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A cut between one daemon and the others, until it is closed: whatever they send to each other
/// gets lost on the way, and nobody is told. Who asks from outside still reaches all of them.
final class Cut implements AutoCloseable {
  private final Deque<List<String>> rules = new ArrayDeque<>();

  /// Cuts off the daemon of this number, also from what else listens at these ports.
  ///
  /// All daemons are on one loopback, so it is told from the others by its group.
  static Cut off(Trio trio, int number, Integer... more) {
    var cut = new Cut();
    var lonely = trio.daemon(number);
    cut.drop("--gid-owner", lonely, "--sport", lonely.clusterPort());
    cut.drop("! --gid-owner", lonely, "--dport", lonely.clusterPort());
    for (var other : trio.daemons()) {
      if (other != lonely) cut.drop("--gid-owner", lonely, "--dport", other.clusterPort());
    }
    for (var port : more) cut.drop("--gid-owner", lonely, "--dport", port);
    return cut;
  }

  private void drop(String owner, DaemonProcess lonely, String end, int port) {
    var rule = new ArrayList<>(List.of("OUTPUT", "-o", "lo", "-p", "tcp", "-m", "owner"));
    rule.addAll(List.of(owner.split(" ")));
    rule.addAll(List.of(Integer.toString(lonely.group()), end, Integer.toString(port)));
    rule.addAll(List.of("-j", "DROP"));
    iptables("-I", rule);
    rules.push(rule);
  }

  private static void iptables(String action, List<String> rule) {
    var command = new ArrayList<>(List.of("iptables", "-w", action));
    command.addAll(rule);
    Programs.run(command.toArray(String[]::new));
  }

  @Override
  public void close() {
    while (!rules.isEmpty()) iptables("-D", rules.pop());
  }
}
