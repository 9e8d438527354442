package io.helyos.cli.training;

import com.sun.net.httpserver.HttpServer;
import io.helyos.cli.Helyos;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs the commands that people run most, several times each, as the launcher would.
final class Training {
  private static final String POD =
      """
      {"id":"00000000-0000-0000-0000-000000000001",\
      "deployment_id":"00000000-0000-0000-0000-000000000002","project":"shop",\
      "deployment_name":"api","replica_index":0,"node_id":null,"container_id":"c0ffee",\
      "container_ip":"10.0.0.2","status":"running","image":"api:1","restart_count":0,\
      "created_at":"2026-01-01T00:00:00Z","name":"helyos-shop-api-0","reason":"","message":"",\
      "ready":true,"node":"alpha","ports":[{"name":"","container":80,"host":20000,"ip":"",\
      "protocol":"tcp"}],"incarnation":1,"attempt":1,"revision":1,"digest":"","exit_code":null,\
      "last_lines":[]}\
      """;

  private static final String DEPLOYMENT =
      """
      {"id":"00000000-0000-0000-0000-000000000002","spec":{"project":"shop","deployment":\
      {"name":"api"},"replicas":1,"image":"api:1","ports":[80],"env":{},"volumes":[],"secrets":[],\
      "network":null,"healthcheck":null,"restart":"always","resources":null},"status":"running",\
      "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","name":"api",\
      "project":"shop","revision":1,"ready":1,"replicas":1,"message":"","labels":{},"template":{},\
      "change":"1","entity":"deployment|shop-api","sequence":1}\
      """;

  private static final String SPEC =
      "project: shop\ndeployment:\n  name: api\nimage: api:1\nports: [80]\n";

  private static final Map<String, String> ANSWERS =
      new TreeMap<>(
          Map.of(
              "/api/v1/pods",
              "[" + POD + "]",
              "/api/v1/deployments",
              "[" + DEPLOYMENT + "]",
              "/api/v1/deploy",
              DEPLOYMENT,
              "/api/v1/projects/shop/deployments/api/scale",
              DEPLOYMENT,
              "/api/v1/projects",
              "[]",
              "/api/v1/nodes",
              "[]",
              "/api/v1/nodes/stats",
              "[]",
              "/api/v1/version",
              "{\"version\":\"1\"}"));

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("pods"),
          List.of("pods", "-o", "wide"),
          List.of("deployments", "-o", "json"),
          List.of("nodes"),
          List.of("deploy", "-"),
          List.of("scale", "shop/api", "1"),
          List.of("deployments", "-o", "yaml"),
          List.of("version"),
          List.of("__complete", "--", "scale", ""));

  private Training() {}

  /// Called by `scripts/build-aot` through the launcher.
  public static void main(String[] line) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var stream = exchange.getRequestURI().getPath().equals("/api/v1/events");
          var body =
              stream ? ":\n\n" : ANSWERS.getOrDefault(exchange.getRequestURI().getPath(), "{}");
          var type = stream ? "text/event-stream" : "application/json";
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", type);
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (var shells = new TrainingShells(server.getAddress(), Path.of(line[0]), SPEC)) {
      for (var command : COMMANDS) Helyos.run(shells.next(), command.toArray(String[]::new));
    }
    server.stop(0);
    System.exit(0);
  }
}
