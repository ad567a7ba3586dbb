package io.github.lambdalayer.python.index.http;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.proxy.ProxySettings;
import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RawServer;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults between here and an index; see {@code DownloadTest} for those that damage a file. */
class WebTest {

    private static final String PAGE = "/simple/six/";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start().with(WheelBuilder.wheel("six", "1.16.0"));

    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    private Optional<ProjectPage> page() {
        return page(fake.url());
    }

    private Optional<ProjectPage> page(URI index) {
        return sandbox.open(sandbox.settings(index)).index().page(name("six"));
    }

    private String failureOf(URI index) {
        return failure(() -> page(index)).block().replace(index.toString(), "http://index/simple/");
    }

    @Test
    void hostThatCannotBeReachedIsNamed() {
        assertThat(failureOf(URI.create("http://no-such-host.invalid/simple/")))
                .isEqualTo("Cannot reach no-such-host.invalid for http://index/simple/six/: the host is unknown."
                        + "\nhint: offline? use -o with a filled cache"
                        + "\nhint: behind a proxy? set <proxy> in settings.xml"
                        + "\nsee problems.html#not-reachable");
        assertThat(failureOf(URI.create("http://127.0.0.1:1/simple/")))
                .isEqualTo("Cannot reach 127.0.0.1:1 for http://index/simple/six/: the connection was refused."
                        + "\nhint: offline? use -o with a filled cache"
                        + "\nhint: behind a proxy? set <proxy> in settings.xml"
                        + "\nsee problems.html#not-reachable");
        assertThat(sandbox.pauses).isEmpty();
    }

    @Test
    void whatIsWrittenAsNoHostIsToldAndNotAskedAgain() {
        assertThat(failureOf(URI.create("http://[fe80::1%eth0]/simple/")))
                .isEqualTo("Cannot reach [fe80::1%eth0] for http://index/simple/six/: no host or port is written so."
                        + "\nhint: correct the address\nsee problems.html#not-reachable");
        assertThat(sandbox.pauses).isEmpty();
    }

    @Test
    void serverThatFailsTwiceIsAskedAThirdTime() {
        fake.answers(PAGE, Reply.status(500), Reply.status(503));
        assertThat(page()).isPresent();
        assertThat(sandbox.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void serverThatAlwaysFailsIsAskedFourTimes() {
        fake.alwaysAnswers(PAGE, Reply.status(502));
        assertThat(failureOf(fake.url()))
                .isEqualTo("http://index/simple/six/ answered 502, 4 times."
                        + "\nhint: run again later\nsee problems.html#server-fails");
        assertThat(fake.requests(PAGE)).hasSize(4);
    }

    @Test
    void serverSaysHowLongToWait() {
        List<List<String>> table = List.of(
                List.of("1", "PT1S"),
                List.of("0", "PT0S"),
                List.of("99999", "PT1M"),
                List.of("99999999999999999999", "PT1M"),
                List.of("Thu, 01 Jan 2026 00:00:07 GMT", "PT7S"),
                List.of("Wed, 31 Dec 2025 00:00:00 GMT", "PT0S"),
                List.of("Fri, 01 Jan 2027 00:00:00 GMT", "PT1M"),
                List.of("-3", "PT0.5S"),
                List.of("soon", "PT0.5S"));
        for (List<String> row : table) {
            IndexSandbox fresh = new IndexSandbox(folder.resolve(row.get(0).replaceAll("[^0-9a-z]", "")));
            fake.answers(PAGE, Reply.status(429).header("Retry-After", row.get(0)));
            assertThat(fresh.open(fake).index().page(name("six"))).isPresent();
            assertThat(fresh.pauses).as(row.get(0)).containsExactly(Duration.parse(row.get(1)));
        }
        fake.answers(PAGE, Reply.status(503).header("Retry-After", "99999"));
        assertThat(page()).isPresent();
        assertThat(sandbox.pauses).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void connectionThatBreaksIsTriedAgain() throws IOException {
        List<RawServer.Step> faults = List.of(
                RawServer.reset("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<a"),
                RawServer.cut("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<a"),
                RawServer.cut(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<a"),
                RawServer.cut(""));
        for (RawServer.Step fault : faults) {
            sandbox.pauses.clear();
            try (RawServer raw = RawServer.start(fault)) {
                assertThat(failureOf(raw.url("/simple/")))
                        .isEqualTo("Reading http://index/simple/six/ failed, 4 times: the connection was cut."
                                + "\nhint: run again; if it repeats, a proxy or firewall may be in the way"
                                + "\nsee problems.html#connection-lost");
            }
            assertThat(sandbox.pauses).hasSize(3);
        }
    }

    @Test
    void connectionThatBreaksOnceDoesNoHarm() throws IOException {
        String page = "<a href='six-1.0-py3-none-any.whl'>";
        String good =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length() + "\r\n\r\n" + page;
        try (RawServer raw = RawServer.start(RawServer.reset(good.substring(0, 80)), RawServer.cut(good))) {
            assertThat(page(raw.url("/simple/")).orElseThrow().wheels()).hasSize(1);
        }
    }

    @Test
    void whatIsNotHttpIsSaid() throws IOException {
        String badHeader = "the header of the answer ends early, or is larger than 256 kB";
        List<List<String>> table = List.of(
                List.of("SSH-2.0-OpenSSH\r\n\r\n", "the answer is not valid HTTP"),
                List.of("HTTP/1.1 200 OK\r\nX-Large: " + "x".repeat(400_000) + "\r\n\r\n", badHeader),
                List.of("HTTP/1.1 200 OK\r\n" + "X-Many: and more\r\n".repeat(20_000) + "\r\n", badHeader),
                List.of("HTTP/1.1 200 OK\r\nContent-Ty", badHeader),
                List.of(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\n"
                                + "four and more",
                        "the answer is not valid HTTP"));
        for (List<String> row : table) {
            try (RawServer raw = RawServer.start(RawServer.cut(row.get(0)))) {
                assertThat(failureOf(raw.url("/simple/")))
                        .isEqualTo("Reading http://index/simple/six/ failed, 4 times: " + row.get(1) + "."
                                + "\nhint: run again; if it repeats, a proxy or firewall may be in the way"
                                + "\nsee problems.html#connection-lost");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void serverThatStallsIsGivenUp(boolean drips) throws IOException {
        String begun = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<";
        try (RawServer raw = RawServer.start(drips ? RawServer.drip(begun) : RawServer.stall(begun))) {
            Web web = new Web(new OkHttpWire(List.of()), pause -> {}, Clock.systemUTC());
            IndexLocation index = IndexLocation.of("acme", raw.url("/simple/").toString());
            Account account = new Account(index, IndexCredentials.NONE);
            Exchange<byte[]> exchange = new WholeBody();
            assertThat(failure(() -> web.call(index.url(), account, Duration.ofMillis(200), exchange))
                            .sentence())
                    .isEqualTo("Reading " + index.url() + " failed, 4 times: no answer in time.");
        }
    }

    @Test
    void redirectsAreFollowedAndLinksAreThoseOfTheLastPage() {
        try (FakeIndex other = FakeIndex.start().with(WheelBuilder.wheel("six", "2.0"))) {
            fake.answers(PAGE, Reply.redirect(302, "/moved/"));
            fake.answers(
                    "/moved/", Reply.redirect(307, other.url("/simple/six/").toString()));
            ProjectPage page = page().orElseThrow();
            assertThat(page.shownUrl()).isEqualTo(other.url() + "six/");
            assertThat(page.wheels().get(0).url()).isEqualTo(other.url("/files/six-2.0-py3-none-any.whl"));
        }
    }

    @Test
    void endlessRedirectsEnd() {
        fake.alwaysAnswers(PAGE, Reply.redirect(301, PAGE));
        assertThat(failureOf(fake.url()))
                .isEqualTo("http://index/simple/six/ redirects more than 10 times."
                        + "\nhint: set the address that the index really has, or ask those who run it"
                        + "\nsee problems.html#bad-redirect");
        assertThat(fake.requests(PAGE)).hasSize(11);
    }

    @Test
    void badRedirectsAreRefused() {
        List<List<String>> table = List.of(
                List.of("", "redirects without saying where to"),
                List.of("file:///etc/passwd", "redirects to \"file:\", which is neither http nor https"),
                List.of("ftp://h/", "redirects to \"ftp:\", which is neither http nor https"),
                List.of(
                        "http://h:65536/",
                        "redirects to an address that names the port 65536, and ports are 1 to 65535"),
                List.of("http://u:s3cret@h/", "redirects to an address that holds credentials"),
                List.of("http:///x", "redirects to what names no host"),
                List.of("http://[", "redirects to what is no address"));
        for (List<String> row : table) {
            fake.alwaysAnswers(PAGE, Reply.redirect(302, row.get(0)));
            assertThat(failureOf(fake.url()))
                    .isEqualTo("http://index/simple/six/ " + row.get(1) + "."
                            + "\nhint: set the address that the index really has, or ask those who run it"
                            + "\nsee problems.html#bad-redirect");
        }
    }

    @Test
    void redirectFromHttpsToHttpIsRefused() {
        Wire wire = ask ->
                new HttpAnswer(ask.url(), 302, Map.of("location", "http://plain:81/x"), InputStream.nullInputStream());
        Ask ask = new Ask(URI.create("https://safe/x"), Map.of(), Map.of(), Duration.ZERO);
        assertThat(failure(() -> new Redirects(wire).send(ask)).sentence())
                .isEqualTo("https://safe/x redirects from https to plain http at plain:81.");
    }

    @Test
    void credentialsGoToTheIndexAlone() {
        sandbox.credentials =
                id -> id.equals("first") ? Optional.of(new Credentials("me", "s3cret")) : Optional.empty();
        try (FakeIndex other = FakeIndex.start()) {
            fake.onlyFor("me", "s3cret");
            other.alwaysAnswers(
                    "/simple/six/", Reply.redirect(302, fake.url("/simple/six/").toString()));
            assertThat(page()).isPresent();
            fake.answers("/simple/six/", Reply.redirect(302, other.url("/x").toString()));
            Indexes again = new IndexSandboxWithCredentials().open();
            assertThat(again.index().page(name("six"))).isEmpty();
            assertThat(other.requests())
                    .isNotEmpty()
                    .allSatisfy(r -> assertThat(r.headers())
                            .doesNotContainKeys("authorization", "cookie", "proxy-authorization"));
        }
    }

    private final class IndexSandboxWithCredentials {

        Indexes open() {
            IndexSandbox fresh = new IndexSandbox(folder.resolve("fresh"));
            fresh.credentials = sandbox.credentials;
            return fresh.open(fake);
        }
    }

    @Test
    void secretsDoNotComeBackAfterADetour() throws IOException {
        List<Map<String, String>> sent = new ArrayList<>();
        Wire wire = ask -> {
            sent.add(ask.allHeaders());
            String to = ask.url().getHost().equals("a") ? "https://b/" : "https://a/";
            return new HttpAnswer(
                    ask.url(), sent.size() < 3 ? 302 : 200, Map.of("location", to), InputStream.nullInputStream());
        };
        Ask ask = new Ask(
                URI.create("https://a/"), Map.of("Accept", "x"), Map.of("Private-Token", "s3cret"), Duration.ZERO);
        new Redirects(wire).send(ask).close();
        assertThat(sent)
                .containsExactly(
                        Map.of("Accept", "x", "Private-Token", "s3cret"), Map.of("Accept", "x"), Map.of("Accept", "x"));
    }

    @Test
    void otherPortIsAnotherServer() throws IOException {
        List<Map<String, String>> secrets = new ArrayList<>();
        Wire wire = ask -> {
            secrets.add(ask.secrets());
            return new HttpAnswer(
                    ask.url(),
                    secrets.size() < 2 ? 302 : 200,
                    Map.of("location", "https://a:8443/"),
                    InputStream.nullInputStream());
        };
        new Redirects(wire)
                .send(new Ask(URI.create("https://a/"), Map.of(), Map.of("Cookie", "s3cret"), Duration.ZERO))
                .close();
        assertThat(secrets).containsExactly(Map.of("Cookie", "s3cret"), Map.of());
    }

    @Test
    void missingCredentialsAreAskedForById() {
        fake.onlyFor("me", "s3cret");
        assertThat(failureOf(fake.url()))
                .isEqualTo("http://index/simple/six/ answered 401."
                        + "\nhint: add <server><id>first</id> with a user and a password to settings.xml"
                        + "\nsee problems.html#access-refused");
        fake.alwaysAnswers(PAGE, Reply.status(403));
        assertThat(failureOf(fake.url()))
                .isEqualTo("http://index/simple/six/ answered 403."
                        + "\nhint: add <server><id>first</id> with a user and a password to settings.xml"
                        + "\nsee problems.html#access-refused");
    }

    @Test
    void wrongCredentialsAreSaidToBeWrong() {
        sandbox.credentials = id -> Optional.of(new Credentials("me", "wr0ng"));
        fake.onlyFor("me", "s3cret");
        assertThat(failureOf(fake.url()))
                .isEqualTo("http://index/simple/six/ answered 401: the credentials of <server> first were rejected."
                        + "\nhint: correct them in settings.xml\nsee problems.html#access-refused");
    }

    @Test
    void refusalByAnotherHostIsNotBlamedOnCredentials() {
        IndexLocation index = IndexLocation.of("acme", "https://repo.example/simple/");
        Account account = new Account(index, id -> Optional.of(new Credentials("me", "s3cret")));
        assertThat(account.refusal(URI.create("https://cdn.example/x")))
                .isEqualTo(new Account.Refusal(
                        "",
                        "credentials are sent to the host of index acme only, and this is another; ask those who run"
                                + " it"));
    }

    @Test
    void credentialsAreNotSentOverPlainHttp() {
        IndexLocation index = IndexLocation.of("acme", "http://repo.example/simple/");
        Account account = new Account(index, id -> Optional.of(new Credentials("me", "s3cret")));
        assertThat(account.secretsFor(URI.create("http://repo.example/simple/six/")))
                .isEmpty();
        Wire wire = ask -> new HttpAnswer(ask.url(), 401, Map.of(), InputStream.nullInputStream());
        Web web = new Web(wire, p -> {}, Clock.systemUTC());
        Exchange<byte[]> exchange = new WholeBody();
        assertThat(failure(() -> web.call(index.url(), account, Duration.ZERO, exchange))
                        .block())
                .isEqualTo("http://repo.example/simple/ answered 401: credentials are not sent over plain http."
                        + "\nhint: set an address with https\nsee problems.html#access-refused");
    }

    @Test
    void credentialsGoToTheirOwnOriginOnly() {
        Account account = new Account(
                IndexLocation.of("acme", "https://repo.example/simple/"),
                id -> Optional.of(new Credentials("me", "s3cret")));
        Map<String, String> secret = Map.of("Authorization", "Basic bWU6czNjcmV0");
        Map<String, Map<String, String>> table = Map.of(
                "https://repo.example/files/x", secret,
                "https://REPO.example:443/x", secret,
                "http://repo.example/x", Map.of(),
                "https://repo.example:8443/x", Map.of(),
                "https://repo.example.evil/x", Map.of(),
                "https://files.example/x", Map.of());
        table.forEach((url, headers) ->
                assertThat(account.secretsFor(URI.create(url))).as(url).isEqualTo(headers));
    }

    @Test
    void otherStatusesAreTold() {
        fake.alwaysAnswers(PAGE, Reply.status(418));
        assertThat(failureOf(fake.url()))
                .isEqualTo("http://index/simple/six/ answered 418."
                        + "\nhint: check the address of the index\nsee problems.html#unexpected-answer");
    }

    @Test
    void proxyThatWantsCredentialsIsTold() throws IOException {
        String refusal = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=p\r\nContent-Length: 0\r\n\r\n";
        try (RawServer proxy = RawServer.start(RawServer.cut(refusal))) {
            int port = proxy.url("/").getPort();
            sandbox.wire =
                    new OkHttpWire(List.of(new ProxySettings("http", "127.0.0.1", port, "", "", List.of("localhost"))));
            assertThat(failure(() -> page(URI.create("http://repo.example/simple/")))
                            .block())
                    .isEqualTo("The proxy before repo.example wants credentials (407)."
                            + "\nhint: add a user and a password to its <proxy> in settings.xml"
                            + "\nsee problems.html#proxy-refused");
        }
    }

    @Test
    void proxyIsGivenItsCredentialsAndTheIndexNotThose() {
        try (FakeIndex proxy = FakeIndex.start().with(FakeFile.of(WheelBuilder.wheel("six", "1")))) {
            proxy.answers("/simple/six/", Reply.status(407).header("Proxy-Authenticate", "Basic realm=\"p\""));
            sandbox.wire = new OkHttpWire(List.of(new ProxySettings(
                    "http", "127.0.0.1", proxy.url().getPort(), "me", "s3cret", List.of("127.0.0.1"))));
            assertThat(page(URI.create("http://repo.example/simple/"))).isPresent();
            assertThat(proxy.requests(PAGE))
                    .extracting(r -> r.header("Proxy-Authorization"))
                    .containsExactly("", "Basic bWU6czNjcmV0");
            assertThat(page()).isPresent();
            assertThat(fake.requests())
                    .allSatisfy(r -> assertThat(r.header("Proxy-Authorization")).isEmpty());
        }
    }

    private static final class WholeBody implements Exchange<byte[]> {

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public byte[] read(HttpAnswer answer) throws IOException {
            return answer.body().readAllBytes();
        }
    }
}
