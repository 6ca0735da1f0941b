package io.touchline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortChoiceTest {

    @Test
    void requiredPort_taken_isOneLineThatNamesTheOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> PortChoice.exactly(port).resolve("--port"))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessage("port " + port + " is taken; choose another with --port");
        }
    }

    @Test
    void preferredPort_taken_givesAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int other = PortChoice.preferably(taken.getLocalPort()).resolve("--port");
            assertThat(other).isBetween(20_000, 32_000).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void portZero_meansAnyFreeOne() {
        assertThat(PortChoice.exactly(0)).isEqualTo(PortChoice.any());
        assertThat(PortChoice.exactly(0).resolve("--port")).isBetween(20_000, 32_000);
    }

    @Test
    void rejects_portOutOfRange() {
        assertThatThrownBy(() -> PortChoice.exactly(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a port is between 1 and 65535 but was 70000");
    }
}
