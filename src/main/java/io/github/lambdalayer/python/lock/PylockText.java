package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.toml.TomlText;
import java.util.Collection;
import java.util.List;

/** The text of one lock. */
final class PylockText {

    private static final String FIRST_LINE =
            "# Written by lambda-layer-maven-plugin; mvn lambda-layer:lock updates the lock of the project.\n";

    private final StringBuilder out = new StringBuilder(FIRST_LINE);
    private final Pylock lock;
    private final WheelText wheels;

    PylockText(Pylock lock, LockFolder folder) {
        this.lock = lock;
        this.wheels = new WheelText(folder);
    }

    String text() {
        quoted("lock-version", "1.0");
        lines("environments", lock.environments());
        quoted("requires-python", lock.requiresPython().toString());
        quoted("created-by", lock.createdBy());
        if (lock.entries().isEmpty()) {
            line("packages", "[]");
        }
        lock.entries().forEach(this::entry);
        spec();
        return out.toString();
    }

    private void entry(LockEntry entry) {
        if (!(entry instanceof LockedPackage locked)) {
            throw new IllegalArgumentException("only wheels are locked: " + entry);
        }
        out.append("\n[[packages]]\n");
        quoted("name", locked.name().value());
        quoted("version", locked.version().toString());
        quoted("marker", locked.marker().toString());
        quoted("requires-python", locked.requiresPython().toString());
        dependencies(locked);
        quoted("index", Credentialless.require(locked.index(), "the index of " + locked));
        out.append("wheels = [\n");
        locked.wheels()
                .forEach(wheel -> out.append("    ").append(wheels.text(wheel)).append(",\n"));
        out.append("]\n");
    }

    private void dependencies(LockedPackage locked) {
        if (!locked.dependencies().isEmpty()) {
            out.append("dependencies = [\n");
            locked.dependencies().forEach(this::dependency);
            out.append("]\n");
        }
    }

    // "The minimum information to unambiguously identify the package": more than a name where entries share it.
    private void dependency(PackageName name) {
        List<LockedPackage> entries = lock.locked(name);
        if (entries.size() < 2) {
            out.append("    { name = ").append(TomlText.quoted(name.value())).append(" },\n");
            return;
        }
        for (LockedPackage entry : entries) {
            out.append("    { name = ").append(TomlText.quoted(name.value()));
            out.append(", version = ").append(TomlText.quoted(entry.version().toString()));
            out.append(", marker = ")
                    .append(TomlText.quoted(entry.marker().toString()))
                    .append(" },\n");
        }
    }

    private void spec() {
        if (lock.spec().isEmpty()) {
            return;
        }
        out.append("\n[tool.lambda-layer]\n");
        for (SpecTopic topic : SpecTopic.values()) {
            List<String> texts = lock.spec().of(topic);
            texts.forEach(text -> Credentialless.require(text, "the " + topic.noun()));
            if (topic.shape() == SpecTopic.Shape.SINGLE) {
                texts.forEach(text -> quoted(topic.key(), text));
            } else {
                lines(topic.key(), texts);
            }
        }
    }

    private void lines(String key, Collection<?> values) {
        if (!values.isEmpty()) {
            line(key, TomlText.lines(values.stream().map(Object::toString).toList()));
        }
    }

    private void quoted(String key, String text) {
        if (!text.isEmpty()) {
            line(key, TomlText.quoted(text));
        }
    }

    private void line(String key, String value) {
        out.append(key).append(" = ").append(value).append('\n');
    }
}
