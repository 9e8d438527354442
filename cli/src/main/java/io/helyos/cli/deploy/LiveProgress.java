package io.helyos.cli.deploy;

import io.helyos.cli.output.Paint;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Terminal;
import io.helyos.contract.resource.PodResource;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// One line for each pod, rewritten in place, with a spinner and the time.
final class LiveProgress implements Progress {
  private static final String ASCII = "|/-\\";
  private static final String BRAILLE =
      "\u280b\u2819\u2839\u2838\u283c\u2834\u2826\u2827\u2807\u280f";
  private static final int USUAL_ROWS = 24;

  private final PrintStream err;
  private final Terminal terminal;
  private final Paint paint;
  private final Stopwatch watch;
  private List<Rollout> last = List.of();
  private int drawn;
  private int turn;

  LiveProgress(Shell shell, Stopwatch watch) {
    this.err = shell.err();
    this.terminal = shell.terminal();
    this.paint = Paint.ofErr(terminal);
    this.watch = watch;
  }

  @Override
  public void show(List<Rollout> rollouts) {
    last = rollouts;
    draw();
  }

  @Override
  public void tick() {
    turn++;
    draw();
  }

  @Override
  public void end() {
    draw();
  }

  private void draw() {
    var lines = lines();
    var out = new StringBuilder();
    // Back to the first line, and clear from there to the end of the screen.
    if (drawn > 0) out.append("\u001b[").append(drawn).append("A\r\u001b[J");
    lines.forEach(line -> out.append(line).append('\n'));
    drawn = lines.size();
    err.print(out);
    err.flush();
  }

  private List<String> lines() {
    var rows = Math.max(4, (terminal.rows() > 0 ? terminal.rows() : USUAL_ROWS) - 3);
    var lines = new ArrayList<String>();
    for (var rollout : last) {
      lines.add(head(rollout));
      rollout.pods().forEach(pod -> lines.add(line(rollout, pod)));
    }
    if (lines.size() <= rows) return lines;
    // What is still moving matters more than what is done; the heads count both.
    var waiting = new ArrayList<String>();
    for (var rollout : last) {
      waiting.add(head(rollout));
      rollout.pods().stream()
          .filter(pod -> !rollout.isGood(pod))
          .forEach(pod -> waiting.add(line(rollout, pod)));
    }
    return waiting.subList(0, Math.min(rows, waiting.size()));
  }

  private String head(Rollout rollout) {
    var text =
        rollout.name()
            + "  "
            + rollout.good()
            + "/"
            + rollout.wanted()
            + "  "
            + watch.text()
            + (rollout.message().isEmpty() ? "" : "  " + rollout.message());
    var done = rollout.verdict() == Rollout.Verdict.DONE;
    return (done ? paint.good(sign()) : spinner()) + " " + paint.bold(cut(SafeText.line(text), 2));
  }

  private String line(Rollout rollout, PodResource pod) {
    var good = rollout.isGood(pod);
    var sign = good ? sign() : spinner();
    var text = cut(SafeText.line(pod.name() + "  " + PodLine.state(pod)), 4);
    return "  "
        + (good ? paint.good(sign) : paint.moving(sign))
        + " "
        + paint.status(pod.status().label(), text);
  }

  private String sign() {
    return terminal.unicode() ? "\u2713" : "+";
  }

  private String spinner() {
    var frames = terminal.unicode() ? BRAILLE : ASCII;
    return String.valueOf(frames.charAt(turn % frames.length()));
  }

  /// A line that wraps would break the counting of lines.
  private String cut(String text, int used) {
    var room = (terminal.columns() > 0 ? terminal.columns() : 80) - used;
    return text.length() <= room ? text : text.substring(0, Math.max(0, room));
  }
}
