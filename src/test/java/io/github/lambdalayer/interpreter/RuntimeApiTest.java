package io.github.lambdalayer.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

    private static String address(String host) throws UnknownHostException {
        return RuntimeApi.address(new InetSocketAddress(InetAddress.getByName(host), 40_123));
    }

    @Test
    void anAddressOfIpv6StandsInBrackets() throws UnknownHostException {
        assertThat(address("127.0.0.1")).isEqualTo("127.0.0.1:40123");
        assertThat(address("::1")).isEqualTo("[0:0:0:0:0:0:0:1]:40123");
    }
}
