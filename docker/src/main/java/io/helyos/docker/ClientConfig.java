package io.helyos.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The library's configuration out of ours alone. Its own defaults would read properties and
/// credentials from five places, once, at the start.
@SuppressWarnings("deprecation") // The interface still names the library's old type for TLS.
final class ClientConfig implements DockerClientConfig {
  private final URI host;
  private final com.github.dockerjava.core.@Nullable SSLConfig tls;

  ClientConfig(DockerSettings settings) {
    this.host = settings.host();
    this.tls =
        settings
            .certificates()
            .filter(directory -> "tcp".equals(host.getScheme()))
            .map(directory -> new LocalDirectorySSLConfig(directory.toString()))
            .orElse(null);
  }

  @Override
  public URI getDockerHost() {
    return host;
  }

  /// Left open: the engine then answers in its own newest version.
  @Override
  public RemoteApiVersion getApiVersion() {
    return RemoteApiVersion.UNKNOWN_VERSION;
  }

  @Override
  public com.github.dockerjava.core.@Nullable SSLConfig getSSLConfig() {
    return tls;
  }

  @Override
  public @Nullable AuthConfig effectiveAuthConfig(String image) {
    return null;
  }

  @Override
  public AuthConfigurations getAuthConfigurations() {
    return new AuthConfigurations();
  }

  @Override
  public @Nullable String getRegistryUsername() {
    return null;
  }

  @Override
  public @Nullable String getRegistryPassword() {
    return null;
  }

  @Override
  public @Nullable String getRegistryEmail() {
    return null;
  }

  @Override
  public @Nullable String getRegistryUrl() {
    return null;
  }
}
