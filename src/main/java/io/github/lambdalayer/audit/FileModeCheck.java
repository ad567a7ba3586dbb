package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.Content;
import io.github.lambdalayer.layer.LayerEntry;
import java.util.ArrayList;
import java.util.List;

/** Bits such as setuid, which no layer needs and ours never has; in other tools' zips also bits that are missing. */
final class FileModeCheck implements LayerCheck {

    private static final int SPECIAL = 07000;
    private static final int ALL = 07777;
    private static final int EXECUTED = 0111;
    private static final int EXTENSIONS = "extensions/".length();

    @Override
    public String id() {
        return "file-mode";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        List<Finding> findings = new ArrayList<>();
        for (LayerEntry entry : layer.plan().entries()) {
            if (entry.content() instanceof Content.Copied && (mode(entry) & SPECIAL) != 0) {
                findings.add(warning(String.format(
                        "%s has mode %04o in %s; in the layer it has %04o.",
                        entry.path(), mode(entry), entry.content().origin(), entry.mode())));
            } else if (entry.content() instanceof Content.Archived
                    && isProgram(entry)
                    && (entry.mode() & EXECUTED)
                            == 0) { // own files have the mode of their place, whatever the disk says
                findings.add(warning(
                        String.format("%s has mode %04o, with which it cannot be started.", entry.path(), mode(entry)),
                        "make the zip on Linux or a Mac, with the mode 0755 for programs"));
            } else if (entry.content() instanceof Content.Archived archived
                    && archived.entry().isForItsOwner()) {
                findings.add(warning(
                        String.format(
                                "%s has mode %04o, with which functions cannot read it.", entry.path(), mode(entry)),
                        "make the zip with the modes 0644 and 0755"));
            }
        }
        return findings;
    }

    /** Lambda starts each file in {@code extensions/}; in {@code bin/} there may be other files too. */
    private static boolean isProgram(LayerEntry entry) {
        return (entry.path().startsWith("bin/") && entry.content().isScript())
                || (entry.path().startsWith("extensions/") && entry.path().indexOf('/', EXTENSIONS) < 0);
    }

    private static int mode(LayerEntry entry) {
        if (entry.content() instanceof Content.Archived archived
                && archived.entry().unixMode() != 0) {
            return archived.entry().unixMode() & ALL;
        }
        return entry.content() instanceof Content.Copied copied ? copied.entry().unixMode() & ALL : entry.mode();
    }
}
