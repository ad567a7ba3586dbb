package io.github.lambdalayer.build;

import java.nio.file.Path;

/** Is told how the wheels of a layer were chosen: a part of {@link BuildLog}, for steps that a question takes as well. */
public interface SelectionLog {

    /** For who only asks: an answer says itself where it comes from. */
    SelectionLog SILENT = new SelectionLog() {
        @Override
        public void resolved(int packages) {}

        @Override
        public void locked(int packages, Path lock) {}

        @Override
        public void warned(String sentence) {}
    };

    /** Versions were chosen anew, since there is no lock. */
    void resolved(int packages);

    /** The lock is still for this specification. */
    void locked(int packages, Path lock);

    /** Something that the user should know, in a whole sentence. */
    void warned(String sentence);
}
