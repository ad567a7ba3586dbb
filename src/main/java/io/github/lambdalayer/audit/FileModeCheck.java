package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.Content;
import io.github.lambdalayer.layer.LayerEntry;
import java.util.List;

/** Bits such as setuid, which no layer needs and ours never has. */
final class FileModeCheck implements LayerCheck {

    private static final int SPECIAL = 07000;
    private static final int ALL = 07777;

    @Override
    public String id() {
        return "file-mode";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        return layer.plan().entries().stream()
                .filter(entry -> (mode(entry) & SPECIAL) != 0)
                .map(entry -> warning(String.format(
                        "%s has mode %04o in %s; in the layer it has %04o.",
                        entry.path(), mode(entry), entry.content().origin(), entry.mode())))
                .toList();
    }

    private static int mode(LayerEntry entry) {
        return entry.content() instanceof Content.Copied copied ? copied.entry().unixMode() & ALL : entry.mode();
    }
}
