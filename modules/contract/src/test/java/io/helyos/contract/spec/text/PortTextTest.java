package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTextTest {

  @ParameterizedTest
  @CsvSource({
    "3000,                        '',        0,    3000, false",
    "3000/udp,                    '',        0,    3000, true",
    "8080:3000,                   '',        8080, 3000, false",
    "8080:3000/tcp,               '',        8080, 3000, false",
    "22:22,                       '',        22,   22,   false",
    "1:65535,                     '',        1,    65535, false",
    "127.0.0.1:8080:3000/udp,     127.0.0.1, 8080, 3000, true",
    "127.0.0.1::3000,             127.0.0.1, 0,    3000, false",
    "[::1]:8080:3000,             ::1,       8080, 3000, false",
    "[::]::53/udp,                ::,        0,    53,   true",
  })
  void a_port_is_taken_apart(String text, String ip, int host, int container, boolean udp) {
    assertThat(Refusals.accepted(PortText.parse(text)))
        .isEqualTo(
            new PortText(
                Optional.of(ip).filter(i -> !i.isEmpty()),
                Optional.of(host).filter(h -> h > 0),
                container,
                udp));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "65536",
        "-1",
        "80.5",
        "80-90",
        "8000-8010:80-90",
        "80/xyz",
        "80/",
        "80/TCP",
        "80/tcp/udp",
        ":80",
        "80:",
        "::80",
        "a:80",
        "80:a",
        "0:80",
        "80:0",
        "080",
        "8 0",
        " 80",
        "host:80:80",
        "256.0.0.1:80:80",
        "1.2.3:80:80",
        "01.2.3.4:80:80",
        "1:2:3:4",
        "::1:80:80",
        "[::1]",
        "[::1]:80",
        "[::1:80:80",
        "[fe80::1%eth0]:80:80",
        "[1.2.3.4]:80:80:80",
        "80\n",
        "99999999999999999999",
        "[zz]:80:80"
      })
  void what_is_no_port_is_refused(String text) {
    Refusals.refused(PortText::parse, text);
  }
}
