package io.helyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.architecture.PointedCalls.Site;
import io.helyos.daemon.crash.PointedOrders;
import io.helyos.daemon.crash.PointedRuntime;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.OrderStore;
import io.helyos.model.port.OutsideCall;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every call on an engine, on the order file and on the journal lies between two named crash
/// points. Proved on the bytecode, for the methods that the ports have today, whatever they are.
class PointedCallsTest {
  private static final Bytecode MAIN = Bytecode.main();
  private static final PointedCalls CALLS = new PointedCalls(MAIN);
  private static final String DAEMON = "io/helyos/daemon/";
  private static final String WORLD = "io/helyos/simulator/world/";
  private static final String CRASH = "io/helyos/daemon/crash/";
  private static final String SQLITE = "io/helyos/persistence/sqlite/";
  private static final List<Class<?>> PORTS = List.of(ContainerRuntime.class, OrderStore.class);

  @Test
  void each_method_of_a_port_has_its_two_points() {
    assertThat(Decorator.of(PointedRuntime.class, ContainerRuntime.class).lacks()).isEmpty();
    assertThat(Decorator.of(PointedOrders.class, OrderStore.class).lacks()).isEmpty();
  }

  @Test
  void a_method_without_points_is_found() {
    assertThat(Decorator.of(Hasty.class, OrderStore.class).lacks())
        .containsExactlyInAnyOrder(
            "load: expected one name, found []",
            "save: expected the same call on the port between the points",
            "forget: expected one call, through the crash points",
            "close: is not there",
            "a name of its own for each method: [SAVE_ORDER, SAVE_ORDER]");
  }

  @Test
  void only_the_wiring_knows_engines_and_order_stores_by_their_class() {
    var found = 0;
    for (var bare : bareClasses()) {
      var name = Bytecode.name(bare);
      var own = name.substring(0, name.indexOf('/', "io/helyos/".length()) + 1);
      var others =
          MAIN.classes().stream()
              .filter(other -> Bytecode.mentions(other, name))
              .map(Bytecode::name)
              .filter(other -> !other.startsWith(own))
              .toList();
      assertThat(others).as("who knows %s", name).allMatch(PointedCallsTest::isWiring);
      found += others.size();
    }
    assertThat(found).isPositive();
  }

  @Test
  void the_wiring_puts_each_of_them_behind_its_points_at_once() {
    var wiring = wiring();

    MAIN.bodies().stream().filter(body -> isWiring(body.className())).forEach(wiring::look);

    assertThat(wiring.strays()).isEmpty();
    assertThat(wiring.wrapped()).isGreaterThanOrEqualTo(bareClasses().size());
  }

  @Test
  void a_bare_one_that_is_handed_on_is_found() {
    var wiring = wiring();

    Bytecode.of(Careless.class).bodies().forEach(wiring::look);

    assertThat(wiring.strays())
        .anyMatch(stray -> stray.contains("handOn"))
        .anyMatch(stray -> stray.contains("keep"))
        .anyMatch(stray -> stray.contains("refer"))
        .noneMatch(stray -> stray.contains("behave"));
    assertThat(wiring.wrapped()).isOne();
  }

  @Test
  void every_way_into_the_journals_file_lies_between_points() {
    var ways =
        Stream.of("CommitThread", "ReadThreads")
            .flatMap(type ->
                Stream.of("<init>", "submit", "read", "close")
                    .flatMap(name -> CALLS.callsOf(SQLITE + type, name).stream()))
            .filter(site -> !isIn(site, SQLITE))
            .filter(site -> !isOrderStore(site.body().owner()))
            .toList();
    assertThat(ways).hasSizeGreaterThanOrEqualTo(6).allMatch(CALLS::isPointed);
  }

  @Test
  void the_order_file_is_opened_between_points() {
    var opened =
        MAIN.implementing(OrderStore.class).stream()
            .flatMap(store -> CALLS.callsOf(Bytecode.name(store), "open").stream())
            .toList();
    assertThat(opened).isNotEmpty().allMatch(CALLS::isPointed);
  }

  @Test
  void nobody_else_touches_a_database() {
    assertThat(MAIN.classes())
        .filteredOn(model ->
            Bytecode.mentions(model, "java/sql/Connection")
                || Bytecode.mentions(model, "java/sql/DriverManager")
                || Bytecode.mentions(model, "org/sqlite/SQLiteConfig"))
        .isNotEmpty()
        .allMatch(model -> Bytecode.name(model).startsWith("io/helyos/persistence/"));
  }

  @Test
  void every_name_is_used_and_none_for_two_things() {
    var ports = new ArrayList<OutsideCall>();
    ports.addAll(Decorator.of(PointedRuntime.class, ContainerRuntime.class).names());
    ports.addAll(Decorator.of(PointedOrders.class, OrderStore.class).names());
    var others = EnumSet.noneOf(OutsideCall.class);
    MAIN.bodies().stream()
        .filter(body -> !body.className().startsWith(CRASH))
        .filter(body -> !body.className().equals(Bytecode.internal(OutsideCall.class)))
        .forEach(body -> others.addAll(PointedCalls.names(body)));

    assertThat(ports).doesNotHaveDuplicates().doesNotContainAnyElementsOf(others);
    others.addAll(ports);
    assertThat(others).containsExactly(OutsideCall.values());
  }

  private static Wiring wiring() {
    var bare = new HashSet<String>();
    PORTS.forEach(port -> bare.add(Bytecode.internal(port)));
    bareClasses().forEach(model -> bare.add(Bytecode.name(model)));
    return new Wiring(
        bare,
        Set.of(Bytecode.internal(PointedRuntime.class), Bytecode.internal(PointedOrders.class)));
  }

  /// Engines and order stores that are no decorators. Those of the world in virtual time never meet
  /// a daemon.
  private static List<ClassModel> bareClasses() {
    return PORTS.stream()
        .flatMap(port -> MAIN.implementing(port).stream())
        .filter(model -> !Bytecode.name(model).startsWith(CRASH))
        .filter(model -> !Bytecode.name(model).startsWith(WORLD))
        .toList();
  }

  private static boolean isOrderStore(ClassModel model) {
    return MAIN.implementing(OrderStore.class).contains(model);
  }

  private static boolean isWiring(String name) {
    return name.startsWith(DAEMON) && !name.startsWith(CRASH);
  }

  private static boolean isIn(Site site, String folder) {
    return site.body().className().startsWith(folder);
  }
}
