package io.helyos.docker;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PushResponseItem;
import io.helyos.model.port.Workbench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A registry on this machine that wants a password, with one image in it: the real server of
/// Debian's package, for one test class.
final class PrivateRegistry implements AutoCloseable {
  static final String USER = "ada";
  static final String PASSWORD = "correct horse:battery";

  private final Process server;
  private final String host;

  PrivateRegistry(Path directory) throws IOException {
    TestEngine.run(TestEngine.script("ensure-docker").toString(), "--for-tests");
    var users = TestEngine.run("htpasswd", "-Bbn", USER, PASSWORD);
    Files.writeString(directory.resolve("htpasswd"), users + "\n");
    var port = freePort();
    this.host = "127.0.0.1:" + port;
    var config =
        Files.writeString(
            directory.resolve("config.yml"),
            """
            version: 0.1
            log: {level: error}
            storage: {filesystem: {rootdirectory: "%1$s/data"}}
            http: {addr: "%2$s"}
            auth: {htpasswd: {realm: test, path: "%1$s/htpasswd"}}
            """
                .formatted(directory, host));
    this.server =
        new ProcessBuilder("docker-registry", "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("registry.log").toFile())
            .start();
    await().atMost(Workbench.PATIENCE).until(() -> answers(port));
    push();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void push() {
    TestEngine.raw().tagImageCmd(TestEngine.IMAGE, host + "/helyos/private", "1").exec();
    var auth = new AuthConfig().withUsername(USER).withPassword(PASSWORD).withRegistryAddress(host);
    try {
      TestEngine.raw()
          .pushImageCmd(image())
          .withAuthConfig(auth)
          .exec(new ResultCallback.Adapter<PushResponseItem>())
          .awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while pushing", e);
    }
    forget();
  }

  String host() {
    return host;
  }

  String image() {
    return host + "/helyos/private:1";
  }

  /// Takes the image off the machine, so that only a pull brings it back.
  void forget() {
    TestEngine.raw().removeImageCmd(image()).withForce(true).exec();
  }

  @Override
  public void close() {
    TestEngine.run("kill", Long.toString(server.pid()));
  }
}
