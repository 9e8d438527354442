package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `If-None-Match: *`: a deploy that makes something and changes nothing.
class OnlyNewTest {
  private static final String[] NEW = {"If-None-Match", "*"};

  private final RunningApi api = RunningApi.start();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void what_exists_is_not_overwritten() {
    api.deploy(Specs.yaml("shop", "api", 1), NEW).expect(201);
    var refused = api.deploy(Specs.yaml("shop", "api", 2), NEW).expect(412, "precondition-failed");
    assertThat(refused.json().at("/detail").asText()).contains("no deployment shop/api yet");
    assertThat(replicas()).isEqualTo(1);
  }

  @Test
  void of_two_at_once_one_is_taken() {
    var answers =
        Stream.of(1, 2, 3, 4)
            .map(n ->
                CompletableFuture.supplyAsync(
                    () -> api.deploy(Specs.yaml("shop", "api", n), NEW).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(answers).isEqualTo(List.of(201, 412, 412, 412));
  }

  @Test
  void a_name_that_was_removed_is_new_again() {
    api.deploy(Specs.yaml("shop", "api", 0), NEW).expect(201);
    api.delete("/api/v1/projects/shop/deployments/api").expect(204);
    api.deploy(Specs.yaml("shop", "api", 2), NEW).expect(201);
    assertThat(replicas()).isEqualTo(2);
  }

  @Test
  void repeated_under_its_key_it_is_answered_alike() {
    var spec = Specs.yaml("shop", "api", 1);
    var first = api.deploy(spec, "If-None-Match", "*", "Idempotency-Key", "k").expect(201);
    var again = api.deploy(spec, "If-None-Match", "*", "Idempotency-Key", "k").expect(200);
    assertThat(again.header("Helyos-After")).isEqualTo(first.header("Helyos-After"));
    assertThat(again.header("Helyos-Change")).isEqualTo(first.header("Helyos-Change"));
  }

  @Test
  void another_split_of_the_same_letters_is_named() {
    api.deploy(Specs.yaml("a-b", "c", 1), NEW).expect(201);
    var refused = api.deploy(Specs.yaml("a", "b-c", 1), NEW).expect(409, "conflict");
    assertThat(refused.json().at("/detail").asText()).contains("a-b/c");
  }

  @Test
  void only_the_asterisk_is_understood() {
    var spec = Specs.yaml("shop", "api", 1);
    api.send(
            "POST",
            "/api/v1/deploy",
            spec,
            "If-None-Match",
            "\"1\"",
            "Content-Type",
            "application/yaml")
        .expect(400, "bad-request");
    api.deploy(spec, "If-None-Match", "*", "If-Match", "\"1\"").expect(400, "bad-request");
  }

  private int replicas() {
    return api.get("/api/v1/projects/shop/deployments/api").json().at("/replicas").asInt();
  }
}
