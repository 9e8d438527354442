package io.helyos.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import org.junit.jupiter.api.Disabled;

/// Rules for this module's own tests, as compiled.
@AnalyzeClasses(packages = "io.helyos", importOptions = OnlyIncludeTests.class)
class TestsTest {
  @ArchTest
  static final ArchRule never_sleep =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", Duration.class);

  @ArchTest
  static final ArchRule are_never_skipped = noClasses().should().beAnnotatedWith(Disabled.class);
}
