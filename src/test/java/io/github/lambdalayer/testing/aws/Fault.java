package io.github.lambdalayer.testing.aws;

import java.util.Map;

/**
 * What goes wrong with one call: {@code fake.on("PublishLayerVersion", Fault.replyLost())}. A fault either keeps the
 * call from being carried out, or spoils the answer after it was.
 */
public final class Fault {

    /** How the answer reaches the caller. */
    enum Delivery {
        WHOLE,
        LOST,
        CUT,
        LATE
    }

    /** The call's course, with the call itself at hand. */
    private interface Course {
        Reply run(Operation.Work call);
    }

    private final Course course;
    private final Delivery delivery;

    private Fault(Course course, Delivery delivery) {
        this.course = course;
        this.delivery = delivery;
    }

    /** Nothing goes wrong: lets a call pass before the next fault. */
    public static Fault none() {
        return new Fault(Operation.Work::run, Delivery.WHOLE);
    }

    /** The call is carried out, and the connection closed without an answer. */
    public static Fault replyLost() {
        return new Fault(Operation.Work::run, Delivery.LOST);
    }

    /** The call is carried out, and the connection closed in the middle of the answer. */
    public static Fault replyCut() {
        return new Fault(Operation.Work::run, Delivery.CUT);
    }

    /** The call is carried out, and the answer held back until the stand-in is closed. */
    public static Fault replyLate() {
        return new Fault(Operation.Work::run, Delivery.LATE);
    }

    /** 429, with {@code Retry-After} unless it is empty; the call is not carried out. */
    public static Fault throttled(String retryAfter) {
        Map<String, String> headers = retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter);
        return refusing(new Refusal(429, "TooManyRequestsException", "Rate exceeded", headers));
    }

    /** An error of the service, for example 503; the call is not carried out. */
    public static Fault serverError(int status) {
        return refusing(serverRefusal(status));
    }

    /** An error of the service, for example 500, though the call was carried out. */
    public static Fault serverErrorAfterwards(int status) {
        return new Fault(
                call -> {
                    call.run();
                    throw serverRefusal(status);
                },
                Delivery.WHOLE);
    }

    /** Any refusal: {@code refused(400, "CodeStorageExceededException", "Code storage limit exceeded.")}. */
    public static Fault refused(int status, String code, String message) {
        return refusing(new Refusal(status, code, message));
    }

    /** Something happens just before the call is carried out: another writer, an object that is replaced. */
    public static Fault first(Runnable event) {
        return new Fault(
                call -> {
                    event.run();
                    return call.run();
                },
                Delivery.WHOLE);
    }

    /** The client is killed, and the call not carried out. */
    public static Fault killedBefore(Runnable kill) {
        return new Fault(
                call -> {
                    kill.run();
                    throw serverRefusal(503);
                },
                Delivery.LOST);
    }

    /** The call is carried out or refused, and the client killed before it hears of it. */
    public static Fault killedAfter(Runnable kill) {
        return new Fault(
                call -> {
                    try {
                        return call.run();
                    } finally {
                        kill.run();
                    }
                },
                Delivery.LOST);
    }

    private static Fault refusing(Refusal refusal) {
        return new Fault(
                call -> {
                    throw refusal;
                },
                Delivery.WHOLE);
    }

    private static Refusal serverRefusal(int status) {
        return new Refusal(status, "ServiceException", "An error occurred and the request cannot be processed.");
    }

    Reply run(Operation.Work call) {
        return course.run(call);
    }

    Delivery delivery() {
        return delivery;
    }
}
