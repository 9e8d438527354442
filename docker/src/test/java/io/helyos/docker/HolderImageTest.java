package io.helyos.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.port.RuntimeFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file that is in the image, byte by byte. That it runs, the contract shows on an engine.
class HolderImageTest {
  @ParameterizedTest
  @CsvSource({"amd64, 62", "arm64, 183"})
  void the_program_is_an_executable_of_its_machine(String machine, int number) {
    var file = ByteBuffer.wrap(HolderProgram.on(machine)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(HexFormat.of().formatHex(file.array(), 0, 4)).isEqualTo("7f454c46");
    assertThat(file.getShort(16)).as("type").isEqualTo((short) 2);
    assertThat(file.getShort(18)).as("machine").isEqualTo((short) number);
    assertThat(file.getLong(24)).as("entry").isEqualTo(0x400078);
    assertThat(file.getLong(32)).as("program headers").isEqualTo(64);
    assertThat(file.getLong(64 + 32)).as("size in the file").isEqualTo(file.capacity());
  }

  @Test
  void it_sleeps_again_and_again() {
    assertThat(code("amd64")).isEqualTo("b8220000000f05ebf7");
    assertThat(code("arm64"))
        .as("mov x0..x4, #0; mov x8, #73; svc #0; b to the beginning")
        .isEqualTo("000080d2010080d2020080d2030080d2040080d2280980d2010000d4f9ffff17");
  }

  private static String code(String machine) {
    var file = HolderProgram.on(machine);
    return HexFormat.of().formatHex(file, 120, file.length);
  }

  @Test
  void the_archive_has_the_program_and_nothing_else() {
    var archive = HolderImage.files("amd64");
    assertThat(archive).hasSize(4 * 512);
    assertThat(new String(archive, 0, 5, US_ASCII)).isEqualTo("hold\0");
    assertThat(new String(archive, 257, 5, US_ASCII)).isEqualTo("ustar");
    var sum = Integer.parseInt(new String(archive, 148, 6, US_ASCII), 8);
    assertThat(sum).isEqualTo(sumOf(archive));
    assertThat(Integer.parseInt(new String(archive, 124, 11, US_ASCII), 8)).isEqualTo(129);
  }

  private static int sumOf(byte[] archive) {
    var sum = 0;
    for (var at = 0; at < 512; at++) sum += at >= 148 && at < 156 ? ' ' : archive[at] & 0xff;
    return sum;
  }

  @Test
  void another_machine_is_told_what_is_expected() {
    assertThatThrownBy(() -> HolderImage.files("riscv64"))
        .isInstanceOf(RuntimeFailure.class)
        .hasMessageContaining("amd64 or arm64")
        .hasMessageContaining("riscv64");
  }
}
