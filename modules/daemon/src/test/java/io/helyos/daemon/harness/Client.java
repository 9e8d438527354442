package io.helyos.daemon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.Acknowledgements.Acknowledged;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A client that asks for one thing after the other, each under a key of its own, and writes down
/// what it was promised. What was cut off it asks for again.
public final class Client {
  private final Acknowledgements log;
  private int keys;
  private @Nullable Cut cut;

  public Client(Acknowledgements log) {
    this.log = log;
  }

  /// How one asks.
  @FunctionalInterface
  public interface Asking {
    Api.Reply ask(Api api, String key) throws IOException;
  }

  private record Cut(String key, Asking asking) {}

  /// Answers whether there was an answer.
  public boolean ask(Api api, Asking asking) {
    var key = "key-" + ++keys;
    try {
      promised(key, asking.ask(api, key));
      return true;
    } catch (IOException died) {
      cut = new Cut(key, asking);
      return false;
    }
  }

  private void promised(String key, Api.Reply reply) {
    log.write(new Acknowledged(key, 0, reply.ok().change(), reply.mark()));
  }

  /// Asks again for what was cut off, twice: that must not be done twice.
  public void askAgain(Api api) throws IOException {
    var again = cut;
    cut = null;
    if (again == null) return;
    var first = again.asking().ask(api, again.key()).ok();
    var second = again.asking().ask(api, again.key()).ok();
    assertThat(second.change()).isEqualTo(first.change());
    assertThat(second.mark()).isEqualTo(first.mark());
    promised(again.key(), first);
  }
}
