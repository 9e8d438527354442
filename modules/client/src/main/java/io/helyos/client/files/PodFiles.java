package io.helyos.client.files;

import io.helyos.client.http.Call;
import io.helyos.client.http.Content;
import io.helyos.client.http.Route;
import io.helyos.client.http.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The files of one container of a pod.
public final class PodFiles {
  private static final String TAR = "application/x-tar";

  private final Wire wire;
  private final String pod;
  private final Optional<String> container;

  /// @param container of a pod of several; the pod's own when empty
  public PodFiles(Wire wire, String pod, Optional<String> container) {
    this.wire = wire;
    this.pod = pod;
    this.container = container;
  }

  /// A tar archive of a file or a directory, as it comes. The caller closes it; an archive that was
  /// cut off ends with an exception.
  public InputStream read(String path) {
    try {
      return wire.open(Call.download(route(path), TAR));
    } catch (IOException e) {
      throw wire.unreachable(e);
    }
  }

  /// Unpacks a tar archive in a directory. It is not asked for before it is certain that the
  /// directory can be written to.
  public void write(String directory, Content archive) {
    wire.upload(route(directory), TAR, archive);
  }

  private Route route(String path) {
    return Route.api("pods", pod, "files").with("path", path).with("container", container);
  }
}
