package io.helyos.daemon.harness;

import io.helyos.daemon.HelyosDaemon;
import io.helyos.daemon.crash.CrashAt;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/// helyosd, with an ear: each line of its input, `1: after-create-container`, says where it is to
/// die.
final class MortalDaemon {
  private MortalDaemon() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().name("ear").start(MortalDaemon::listen);
    HelyosDaemon.main(arguments);
  }

  private static void listen() {
    var lines = new Scanner(System.in, StandardCharsets.UTF_8);
    while (lines.hasNextLine()) {
      var aim = lines.nextLine();
      System.setProperty(CrashAt.PROPERTY, aim.substring(aim.indexOf(' ') + 1));
      System.out.println("will end at " + aim);
    }
  }
}
