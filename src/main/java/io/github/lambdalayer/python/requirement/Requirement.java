package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.SyntaxFault;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a project asks for, such as {@code pandas[aws]>=2,<3; python_version >= "3.11"} (PEP 508). */
public final class Requirement {

    private static final String A_URL = "a URL";

    private final PackageName name;
    private final String writtenName;
    private final Set<ExtraName> extras;
    private final Specifiers specifiers;
    private final String url;
    private final Marker marker;
    private final boolean isSecret;

    Requirement(
            PackageName name,
            String writtenName,
            Set<ExtraName> extras,
            Specifiers specifiers,
            String url,
            Marker marker) {
        this(name, writtenName, extras, specifiers, url, marker, false);
    }

    private Requirement(
            PackageName name,
            String writtenName,
            Set<ExtraName> extras,
            Specifiers specifiers,
            String url,
            Marker marker,
            boolean isSecret) {
        this.name = name;
        this.writtenName = writtenName;
        this.extras = Collections.unmodifiableSet(new LinkedHashSet<>(extras));
        this.specifiers = specifiers;
        this.url = url;
        this.marker = marker;
        this.isSecret = isSecret;
    }

    /**
     * The requirement that a text holds.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link RequirementProblem#BAD_REQUIREMENT}, with a caret
     */
    public static Requirement parse(String text) {
        try {
            return RequirementParser.parse(text);
        } catch (SyntaxFault e) {
            throw e.in(RequirementProblem.BAD_REQUIREMENT, "a requirement", text);
        }
    }

    /**
     * As {@link #parse}, for the metadata of old packages: what is clearly meant is understood.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link RequirementProblem#BAD_REQUIREMENT} when it is not
     */
    public static Requirement parseLenient(String text) {
        try {
            return RequirementParser.parseLenient(text);
        } catch (SyntaxFault e) {
            throw e.in(RequirementProblem.BAD_REQUIREMENT, "a requirement", text);
        }
    }

    /** A requirement of the name and versions alone. */
    public static Requirement of(PackageName name, Specifiers specifiers) {
        return new Requirement(name, name.value(), Set.of(), specifiers, "", Marker.ALWAYS);
    }

    /**
     * As {@link #parse}, where a wheel's path will do as well: {@code libs/demo-1.0-py3-none-any.whl}, or {@code demo @
     * libs/demo-1.0-py3-none-any.whl}, both seen from {@code folder}; or its address alone.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link RequirementProblem#BAD_REQUIREMENT}, with a caret
     */
    public static Requirement parse(String text, Path folder) {
        Requirement requirement = parse(DirectReference.isWheel(text) ? DirectReference.named(text) : text);
        return DirectReference.located(
                requirement, path -> folder.resolve(path).toAbsolutePath().normalize());
    }

    /** The same, whose address is never printed: it holds what was filled in for a variable. */
    Requirement asSecret() {
        return new Requirement(name, writtenName, extras, specifiers, url, marker, true);
    }

    /** The same with the file at another address, or with a digest behind the address. */
    public Requirement at(String otherUrl) {
        return new Requirement(name, writtenName, extras, specifiers, otherUrl, marker, isSecret);
    }

    /** The same, which counts only where another marker holds too. */
    Requirement where(Marker other) {
        return new Requirement(name, writtenName, extras, specifiers, url, Marker.and(other, marker), isSecret);
    }

    /** The package. */
    public PackageName name() {
        return name;
    }

    /** The package's name as it was written. */
    public String writtenName() {
        return writtenName;
    }

    /** The extras that are asked for, in the order of the text. */
    public Set<ExtraName> extras() {
        return extras;
    }

    /** The versions that will do. */
    public Specifiers specifiers() {
        return specifiers;
    }

    /** Where the file is to be fetched from, after {@code @}; may hold credentials, so it is not for printing. */
    public Optional<String> url() {
        return Optional.of(url).filter(u -> !u.isEmpty());
    }

    /** The sha256 of the file behind {@code @}, of {@code #sha256=…} at the end of its address: 64 hexadecimal digits. */
    public Optional<String> urlSha256() {
        return url().flatMap(DigestOption::ofAddress);
    }

    /** The same with a digest behind its address; the same at all when it has no address, or the digest. */
    public Requirement withUrlSha256(String sha256) {
        return url().isEmpty() || urlSha256().isPresent()
                ? this
                : at(url + (url.indexOf('#') < 0 ? "#" : "&") + DigestOption.FRAGMENT + sha256);
    }

    /** Whether its address holds what was filled in for a variable. */
    public boolean isSecret() {
        return isSecret;
    }

    /** When it counts; {@link Marker#ALWAYS} when the text says nothing. */
    public Marker marker() {
        return marker;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Requirement that
                && name.equals(that.name)
                && extras.equals(that.extras)
                && specifiers.equals(that.specifiers)
                && url.equals(that.url)
                && marker.equals(that.marker);
    }

    /** Few requirements of one package are compared, and the hashes of a marker's parts cost more than they bring. */
    @Override
    public int hashCode() {
        return name.hashCode() * 31 + specifiers.hashCode();
    }

    /** As {@link #toString}, for a sentence: an address without its query and its digest. */
    public String shown() {
        return at(shownUrl()).toString();
    }

    /** Its address as far as it says something, without query, digest and credentials; "" when there is none. */
    public String shownUrl() {
        return isSecret ? A_URL : Printable.withoutUserInfo(bare(url));
    }

    /** An address without its query and its digest, {@code https://host/demo-1.0-py3-none-any.whl}. */
    public static String bare(String url) {
        int end = (int) url.chars().takeWhile(c -> c != '?' && c != '#').count();
        return url.substring(0, end);
    }

    /** A query is as good a place for a password as the part before the host. */
    private static String withoutSecrets(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return Printable.withoutUserInfo(url);
        }
        int fragment = url.indexOf('#', query);
        return Printable.withoutUserInfo(url.substring(0, query)) + "?***"
                + (fragment < 0 ? "" : url.substring(fragment));
    }

    /** The requirement as PEP 508 writes it, credentials and query of a URL left out; of a secret URL it says that it is one. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(writtenName);
        if (!extras.isEmpty()) {
            out.append(extras.stream().sorted().map(ExtraName::value).collect(Collectors.joining(",", "[", "]")));
        }
        out.append(specifiers);
        if (!url.isEmpty()) {
            out.append(" @ ").append(isSecret ? A_URL : withoutSecrets(url));
        }
        if (!marker.isAlways()) {
            out.append(url.isEmpty() ? "; " : " ; ").append(marker);
        }
        return out.toString();
    }
}
