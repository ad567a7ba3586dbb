package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A package of which there is a newer release.
 *
 * @param upgrade what would be chosen if nothing were locked
 * @param fits the newest that has a wheel for the target
 * @param newest the newest of all
 * @param heldBy who does not allow the newest that fits
 * @param clashes what that requires and does not get: {@code tornado>=6.5, and tornado 6.4.2 is chosen}
 * @param because why the newest does not fit, in a clause, or ""
 */
record OutdatedRow(
        PackageName name,
        Version current,
        Version upgrade,
        Version fits,
        Version newest,
        List<Need> heldBy,
        List<String> clashes,
        String because) {

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        heldBy.forEach(need -> notes.add(name + " " + fits + " would fit, but " + need.sentence()));
        clashes.forEach(clash -> notes.add(name + " " + fits + " would fit, but it requires " + clash));
        if (!because.isEmpty()) {
            notes.add(name + " " + newest + " does not fit: " + because);
        }
        return notes;
    }

    List<String> cells() {
        return List.of(name.value(), current.toString(), upgrade.toString(), fits.toString(), newest.toString());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name.value());
        json.writeStringField("current", current.toString());
        json.writeStringField("upgrade", upgrade.toString());
        json.writeStringField("fits", fits.toString());
        json.writeStringField("newest", newest.toString());
        NeedJson.write(json, "heldBy", heldBy);
        json.writeArrayFieldStart("clashes");
        for (String clash : clashes) {
            json.writeString(clash);
        }
        json.writeEndArray();
        json.writeStringField("because", because);
        json.writeEndObject();
    }
}
