package io.github.lambdalayer.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for a failure of the file system, whose own messages are often just the file's name. */
public final class IoReason {

    private IoReason() {}

    /** The end of a sentence, without its full stop: {@code /cache/a.whl does not exist}. */
    public static String of(IOException e) {
        if (e instanceof ClosedChannelException) {
            return "it was closed meanwhile";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is in the way";
        }
        if (e instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + withoutFullStop(String.valueOf(other.getReason()));
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : withoutFullStop(String.valueOf(e.getMessage()));
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
