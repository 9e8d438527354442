package io.helyos.orchestrator.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key of a daemon, with which it signs checkpoints.
public final class SigningKey {
  public static final String ALGORITHM = "Ed25519";

  private final KeyPair pair;

  private SigningKey(KeyPair pair) {
    this.pair = pair;
  }

  public static SigningKey random() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has Ed25519", e);
    }
  }

  /// Reads what [#whole] has written.
  ///
  /// @throws IllegalArgumentException for anything else
  public static SigningKey parse(String whole) {
    try {
      var halves = whole.strip().split("\\s+", -1);
      if (halves.length != 2) throw new IllegalArgumentException("Expected the halves of a key");
      var factory = KeyFactory.getInstance(ALGORITHM);
      var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]));
      var open = new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1]));
      return new SigningKey(
          new KeyPair(factory.generatePublic(open), factory.generatePrivate(secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected an Ed25519 key", e);
    }
  }

  /// Both halves, for the daemon's own file.
  public String whole() {
    return encoded(pair.getPrivate().getEncoded()) + "\n" + publicHalf() + "\n";
  }

  public String publicHalf() {
    return encoded(pair.getPublic().getEncoded());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  String sign(byte[] text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key of ours does not sign", e);
    }
  }

  /// Whether the owner of a public half has signed a text. What is no key or signature has not.
  static boolean hasSigned(String publicHalf, byte[] text, String signed) {
    try {
      var key = new X509EncodedKeySpec(Base64.getDecoder().decode(publicHalf));
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(key));
      signature.update(text);
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
