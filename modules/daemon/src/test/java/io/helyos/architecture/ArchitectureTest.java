package io.helyos.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom. The picture is in `docs/architecture/`; an arrow that is not in it fails
/// here.
@AnalyzeClasses(packages = "io.helyos", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String MODEL = "io.helyos.model..";
  private static final String CONTRACT = "io.helyos.contract..";
  private static final String CLIENT = "io.helyos.client..";
  private static final String ORCHESTRATOR = "io.helyos.orchestrator..";
  private static final String PERSISTENCE = "io.helyos.persistence..";
  private static final String DOCKER = "io.helyos.docker..";
  private static final String SIMULATOR = "io.helyos.simulator..";
  private static final String HTTP = "io.helyos.http..";

  @ArchTest static final ArchRule contract_knows_nobody = knowsOnly(CONTRACT);
  @ArchTest static final ArchRule client_knows_the_contract = knowsOnly(CLIENT, CONTRACT);
  @ArchTest static final ArchRule orchestrator_knows_the_model = knowsOnly(ORCHESTRATOR, MODEL);
  @ArchTest static final ArchRule persistence_knows_the_model = knowsOnly(PERSISTENCE, MODEL);
  @ArchTest static final ArchRule docker_knows_the_model = knowsOnly(DOCKER, MODEL);
  @ArchTest static final ArchRule simulator_knows_the_model = knowsOnly(SIMULATOR, MODEL);

  @ArchTest
  static final ArchRule http_api_knows_contract_orchestrator_and_model =
      knowsOnly(HTTP, CONTRACT, ORCHESTRATOR, MODEL);

  /// Of our own code, a module uses itself and these.
  private static ArchRule knowsOnly(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.helyos..")
                .and(resideOutsideOfPackages(module))
                .and(others.length == 0 ? alwaysTrue() : resideOutsideOfPackages(others)))
        .because("the arrows between the modules point this way only");
  }

  @ArchTest
  static final ArchRule model_needs_only_the_jdk =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .and()
          .resideOutsideOfPackage("io.helyos.model.port")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  MODEL,
                  "java.lang",
                  "java.lang.annotation",
                  "java.lang.invoke",
                  "java.lang.runtime",
                  "java.math",
                  "java.util",
                  "java.util.function",
                  "java.util.stream",
                  "java.util.regex",
                  "java.time",
                  // A digest is a pure function, and the JDK has it.
                  "java.security",
                  "java.nio.charset",
                  "org.jspecify.annotations"));

  @ArchTest
  static final ArchRule only_ports_are_asynchronous =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .and()
          .resideOutsideOfPackage("io.helyos.model.port")
          .should()
          .dependOnClassesThat(resideInAPackage("java.util.concurrent.."));

  @ArchTest
  static final ArchRule ports_need_only_the_jdk =
      classes()
          .that()
          .resideInAPackage("io.helyos.model.port")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  MODEL, "java.lang..", "java.util..", "java.time", "org.jspecify.annotations"));

  @ArchTest
  static final ArchRule packages_have_no_circles =
      slices().matching("io.helyos.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .that()
          .resideInAPackage("io.helyos..")
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)")
          .because("such names say nothing; use the field's words");
}
