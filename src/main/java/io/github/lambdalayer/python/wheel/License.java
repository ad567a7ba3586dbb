package io.github.lambdalayer.python.wheel;

import java.util.List;

/** One line about the licence, from whichever of the three places holds one. */
final class License {

    private static final int MAX_LENGTH = 100;
    private static final String CLASSIFIER = "License :: ";

    private License() {}

    /** {@code License-Expression} (PEP 639), else a short {@code License}, else the classifiers, else nothing. */
    static String of(MailHeaders headers) {
        String expression = headers.first("License-Expression");
        if (!expression.isEmpty()) {
            return expression;
        }
        String license = headers.first("License");
        boolean fits = !license.isEmpty() && license.length() <= MAX_LENGTH && license.indexOf('\n') < 0;
        if (fits && !license.equals("UNKNOWN")) {
            return license;
        }
        String classified = classified(headers.all("Classifier"));
        return classified.isEmpty() && !fits ? firstLine(license) : classified;
    }

    private static String classified(List<String> classifiers) {
        return String.join(
                ", ",
                classifiers.stream()
                        .filter(c -> c.startsWith(CLASSIFIER) && !c.equals(CLASSIFIER + "OSI Approved"))
                        .map(c -> c.substring(c.lastIndexOf(" :: ") + 4))
                        .distinct()
                        .toList());
    }

    private static String firstLine(String text) {
        String line = text.lines().map(String::strip).findFirst().orElse("");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 3) + "...";
    }
}
