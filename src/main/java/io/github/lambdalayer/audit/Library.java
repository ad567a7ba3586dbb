package io.github.lambdalayer.audit;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.layer.LayerEntry;

/** A library or program of the layer, as the loader will see it. */
record Library(LayerEntry entry, ElfFile elf) {

    String path() {
        return entry.path();
    }

    FileName name() {
        return FileName.of(path());
    }

    /** Who brings it, for example a wheel's file name. */
    String origin() {
        return entry.content().origin();
    }

    /**
     * Whether its name is rather that of something to import than of a plugin or a library of one; those are called {@code libx.so}.
     * {@link Loading} looks closer.
     */
    boolean isNamedAsModule() {
        String name = name().text();
        return name.endsWith(".so") && !name.startsWith("lib");
    }

    /** Whether it is something to run as a process of its own. */
    boolean isProgram() {
        return !name().isOfLibrary();
    }

    /** Whether this runtime would ever load it: packages of another runtime are in a folder of their own. */
    boolean isFor(AuditedTarget target) {
        return target.reads(path());
    }

    /** Whether it is for the target's processor. */
    boolean fits(AuditedTarget target) {
        return elf.bits() == 64
                && elf.machine()
                        .toString()
                        .equals(target.target().architecture().machine());
    }
}
