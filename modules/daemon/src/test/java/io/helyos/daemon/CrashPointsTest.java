package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.crash.CrashAt;
import io.helyos.daemon.harness.Acknowledgements;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.OwnEngine;
import io.helyos.daemon.harness.Registry;
import io.helyos.model.port.CrashPoint;
import io.helyos.model.port.CrashPoint.Moment;
import io.helyos.model.port.OutsideCall;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// helyosd dies at every crash point that there is, once: a point without a test cannot be, as they
/// are taken from the list of names. `-Dpassings=3` also lets it die the second and third time that
/// it comes by. It dies in the midst of rollouts, too; `-Dstride=1` at every step of them.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CrashPointsTest {
  private static final int PASSINGS = Integer.getInteger("passings", 1);
  private static final int STRIDE = Integer.getInteger("stride", 16);

  /// No daemon lives to see it.
  private static final int NEVER = 999_999_999;

  /// Every second scaling is one down: enough to come by each point that often.
  private static final int MOST_WORK = 2 * PASSINGS + 2;

  @TempDir static Path folder;
  private static OwnEngine engine;
  private static Registry registry;
  private static Acknowledgements log;
  private static DaemonProcess daemon;
  private static Shop shop;
  private static boolean wellAgain;

  @BeforeAll
  static void start() {
    engine = OwnEngine.start();
    registry = Registry.beside(engine, folder.resolve("registry"));
    log = new Acknowledgements(folder.resolve("acknowledged"));
    daemon = DaemonProcess.onDocker(folder, engine.docker().socket()).mortal().start();
    shop = new Shop(engine.docker(), daemon, log);
    shop.open();
    shop.awaitConverged();
    wellAgain = true;
  }

  @AfterAll
  static void stop() {
    daemon.close();
    log.close();
    registry.close();
    engine.close();
  }

  /// One that has failed to die, or to come back well, is not to spoil the next death.
  @BeforeEach
  void live() {
    if (!wellAgain) {
      daemon.kill();
      daemon.start();
    }
    wellAgain = false;
  }

  static Stream<String> plans() {
    return CrashPoint.all().stream()
        .flatMap(point ->
            IntStream.rangeClosed(1, isPassedAgain(point) ? PASSINGS : 1)
                .mapToObj(passing -> point + ":" + passing));
  }

  /// Whether a daemon comes by more than once in its life, and soon.
  private static boolean isPassedAgain(CrashPoint point) {
    return switch (point.call()) {
      case DESCRIBE_ENGINE,
          LIST_CONTAINERS,
          ENSURE_NETWORK,
          REMOVE_NETWORK,
          LEAVE_ENGINE,
          OPEN_ORDERS,
          LOAD_ORDERS,
          CLOSE_ORDERS,
          OPEN_JOURNAL,
          WRITE_SNAPSHOT,
          READ_SNAPSHOT,
          READ_FEED,
          CLOSE_JOURNAL ->
          false;
      case HEAR_EVENTS -> point.moment() == Moment.AFTER;
      case CREATE_CONTAINER,
          START_CONTAINER,
          STOP_CONTAINER,
          REMOVE_CONTAINER,
          RENAME_CONTAINER,
          EXEC_IN_CONTAINER,
          OPEN_EXEC,
          READ_FILES,
          WRITE_FILES,
          INSPECT_CONTAINER,
          READ_LOG,
          PULL_IMAGE,
          SAVE_ORDER,
          FORGET_ORDER,
          WRITE_EVENTS,
          READ_EVENTS ->
          true;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plans")
  void a_daemon_that_dies_here_loses_nothing(String plan) {
    die(CrashPoint.named(plan.substring(0, plan.indexOf(':'))), plan);

    assertThat(daemon.exitCode()).as(daemon.log()).isEqualTo(CrashAt.KILLED);
    shop.assertPromisesKept();
    daemon.start();
    shop.askAgain();
    shop.awaitConverged();
    wellAgain = true;
  }

  /// What a rollout asks of the world, and writes down.
  static Stream<CrashPoint> pointsOfRollouts() {
    var all =
        Stream.of(
                OutsideCall.WRITE_EVENTS,
                OutsideCall.SAVE_ORDER,
                OutsideCall.CREATE_CONTAINER,
                OutsideCall.START_CONTAINER,
                OutsideCall.STOP_CONTAINER,
                OutsideCall.REMOVE_CONTAINER,
                OutsideCall.FORGET_ORDER)
            .flatMap(call ->
                Stream.of(Moment.AFTER, Moment.BEFORE).map(when -> new CrashPoint(call, when)));
    return STRIDE == 1 ? all : all.limit(1);
  }

  /// One rollout after the other, the daemon dying at a later step in each, until one is over
  /// before it comes to that.
  @ParameterizedTest(name = "{0} in a rollout")
  @MethodSource("pointsOfRollouts")
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_rollout_goes_on_where_it_was(CrashPoint point) {
    try (var asked = new Acknowledgements(folder.resolve("renewals-" + point))) {
      var renewal = new Renewal(point.toString(), engine.docker(), daemon, asked);
      renewal.begin();
      Wait.until("the first revision runs", renewal::isOver);
      for (var step = 1 + STRIDE / 2; diesIn(renewal, point + ":" + step); step += STRIDE) {
        daemon.start();
        renewal.askAgain();
        Wait.until("the rollout is over", renewal::isOver);
        renewal.assertContainers();
      }
      daemon.dieAt(point + ":" + NEVER);
      renewal.assertContainers();
      renewal.remove();
      daemon.terminate();
      renewal.assertJournal(daemon.journal());
      daemon.start();
    }
    shop.awaitConverged();
    wellAgain = true;
  }

  private static boolean diesIn(Renewal renewal, String plan) {
    daemon.dieAt(plan);
    renewal.begin();
    Wait.until("it dies or goes on", () -> !daemon.isAlive() || isOver(renewal));
    return !daemon.isAlive();
  }

  private static boolean isOver(Renewal renewal) {
    try {
      return renewal.isOver();
    } catch (UncheckedIOException died) {
      return false;
    }
  }

  /// Does what brings the daemon to the point. A new name does not compile until it says what does.
  private static void die(CrashPoint point, String plan) {
    switch (point.call()) {
      case DESCRIBE_ENGINE,
          LIST_CONTAINERS,
          OPEN_ORDERS,
          LOAD_ORDERS,
          OPEN_JOURNAL,
          READ_EVENTS,
          READ_SNAPSHOT,
          READ_FEED ->
          startInto(plan);
      case HEAR_EVENTS -> {
        if (point.moment() == Moment.BEFORE) startInto(plan);
        else scaleInto(plan, Shop.WORK);
      }
      case CREATE_CONTAINER,
          START_CONTAINER,
          STOP_CONTAINER,
          REMOVE_CONTAINER,
          INSPECT_CONTAINER,
          SAVE_ORDER,
          FORGET_ORDER,
          WRITE_EVENTS ->
          scaleInto(plan, Shop.WORK);
      case PULL_IMAGE -> scaleInto(plan, Shop.FETCHED);
      case READ_LOG, RENAME_CONTAINER -> workInto(plan, shop::killContainer);
      case EXEC_IN_CONTAINER -> {
        daemon.dieAt(plan);
        awaitEnd();
      }
      case OPEN_EXEC -> workInto(plan, shop::exec);
      case READ_FILES -> workInto(plan, shop::readFiles);
      case WRITE_FILES -> workInto(plan, shop::writeFiles);
      case ENSURE_NETWORK -> branchInto(plan, false);
      case REMOVE_NETWORK -> branchInto(plan, true);
      case WRITE_SNAPSHOT -> turnSignsInto(plan);
      case LEAVE_ENGINE, CLOSE_ORDERS, CLOSE_JOURNAL -> {
        daemon.dieAt(plan);
        assertThat(daemon.terminate()).isEqualTo(CrashAt.KILLED);
      }
    }
  }

  private static void startInto(String plan) {
    daemon.kill();
    if (!daemon.startToDieAt(plan)) awaitEnd();
  }

  private static void awaitEnd() {
    Wait.until("the daemon dies", () -> !daemon.isAlive());
  }

  private static void scaleInto(String plan, String deployment) {
    workInto(plan, () -> shop.scale(deployment));
  }

  /// One piece of work after the other, each when the one before is done, as often as it takes.
  private static void workInto(String plan, Runnable work) {
    daemon.dieAt(plan);
    for (var i = 0; i < MOST_WORK && daemon.isAlive(); i++) {
      work.run();
      Wait.until("it dies or goes on", () -> !daemon.isAlive() || shop.isThere());
    }
    awaitEnd();
  }

  /// Opens or closes a branch, which makes its network or takes it away.
  private static void branchInto(String plan, boolean open) {
    if (shop.hasBranch() != open) turnBranch();
    shop.awaitConverged();
    daemon.dieAt(plan);
    turnBranch();
    awaitEnd();
  }

  private static void turnBranch() {
    if (shop.hasBranch()) shop.closeBranch();
    else shop.openBranch();
  }

  private static void turnSignsInto(String plan) {
    daemon.dieAt(plan);
    var closed = false;
    do closed = !closed;
    while (shop.turnSign(closed));
    awaitEnd();
  }
}
