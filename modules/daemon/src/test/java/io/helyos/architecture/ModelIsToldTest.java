package io.helyos.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Whoever replays a journal must come to the same state. So the model asks nobody for the time,
/// for chance, or for the machine it runs on: it is told.
@AnalyzeClasses(packages = "io.helyos.model", importOptions = DoNotIncludeTests.class)
class ModelIsToldTest {
  @ArchTest
  static final ArchRule the_time =
      noClasses()
          .should()
          .callMethodWhere(isCall("java\\.time\\..*", "now"))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, InstantSource.class);

  @ArchTest
  static final ArchRule chance =
      noClasses()
          .should()
          .dependOnClassesThat(assignableTo(RandomGenerator.class).or(assignableTo(Random.class)))
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule about_its_machine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(System.class, Runtime.class, Process.class, Thread.class);

  private static DescribedPredicate<JavaCall<?>> isCall(String type, String method) {
    return target(owner(nameMatching(type)))
        .and(target(nameMatching(method)))
        .as("a call of %s in %s", method, type);
  }
}
