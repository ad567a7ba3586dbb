package io.github.lambdalayer.python.index.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneOfTheJvmTest {

    @TempDir
    Path folder;

    private Optional<OneOfTheJvm> right() throws IOException {
        return OneOfTheJvm.of(folder.resolve("x.lock"));
    }

    @Test
    void ownerIsTheThread() throws IOException {
        try (OneOfTheJvm right = right().orElseThrow()) {
            assertThat(right).isNotNull();
            assertThat(right()).isEmpty();
            assertThat(owner("x.lock"))
                    .isEqualTo("thread " + Thread.currentThread().getName());
            assertThat(owner("y.lock")).isEmpty();
        }
        assertThat(owner("x.lock")).isEmpty();
    }

    private String owner(String name) throws IOException {
        return OneOfTheJvm.owner(folder.resolve(name));
    }

    @Test
    void secondCloseLeavesTheRightOfTheNext() throws IOException {
        OneOfTheJvm first = right().orElseThrow();
        first.close();
        try (OneOfTheJvm second = right().orElseThrow()) {
            assertThat(second).isNotSameAs(first);
            first.close();
            assertThat(right()).isEmpty();
        }
    }

    @Test
    void oldCopyOfTheSystemPropertiesDoesNotBringARightBack() throws IOException {
        Properties before = System.getProperties();
        Properties copy = new Properties();
        try {
            try (OneOfTheJvm right = right().orElseThrow()) {
                assertThat(right).isNotNull();
                copy.putAll(before);
            }
            System.setProperties(copy);
            try (OneOfTheJvm next = right().orElseThrow()) {
                assertThat(next).isNotNull();
            }
        } finally {
            System.setProperties(before);
        }
    }

    @Test
    void rightIsNotGivenInAnotherClassLoader() throws Exception {
        URL classes = OneOfTheJvm.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Method of = loader.loadClass(OneOfTheJvm.class.getName()).getDeclaredMethod("of", Path.class);
            of.setAccessible(true);
            try (OneOfTheJvm right = right().orElseThrow()) {
                assertThat(right).isNotNull();
                assertThat(of.invoke(null, folder.resolve("x.lock"))).isEqualTo(Optional.empty());
            }
            assertThat(of.invoke(null, folder.resolve("x.lock"))).isNotEqualTo(Optional.empty());
        }
    }
}
