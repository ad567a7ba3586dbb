package io.github.lambdalayer.python.index;

import io.github.lambdalayer.problem.ProblemCode;

/** What can go wrong between an index and the cache. */
public enum IndexProblem implements ProblemCode {
    /** The address of an index is none, or holds credentials. */
    BAD_INDEX_URL,
    /** A project is pinned to an index that there is not. */
    UNKNOWN_INDEX,
    /** No connection: unknown host, refused, no valid certificate. */
    NOT_REACHABLE,
    /** The connection broke off again and again. */
    CONNECTION_LOST,
    /** The server answered 5xx or 429 again and again. */
    SERVER_FAILS,
    /** The server answered 401 or 403. */
    ACCESS_REFUSED,
    /** The proxy answered 407. */
    PROXY_REFUSED,
    /** The server answered with a status that fits no rule. */
    UNEXPECTED_ANSWER,
    /** A redirect that is not followed. */
    BAD_REDIRECT,
    /** A login page, or something that is no index at all. */
    NOT_AN_INDEX,
    /** A page or file above the limit. */
    TOO_LARGE,
    /** A page that is not valid. */
    BAD_PAGE,
    /** A page of another major version. */
    API_VERSION,
    /** A file's address that is not to be trusted. */
    BAD_LINK,
    /** The settings ask for upload times, and the index gives none. */
    NO_UPLOAD_TIME,
    /** Offline, and something is not in the cache. */
    NOT_IN_CACHE,
    /** The index gives no sha256 for a file. */
    NO_DIGEST,
    /** A file's bytes are not those that were announced. */
    DIGEST_DIFFERS,
    /** A file is no longer where it was announced. */
    FILE_GONE,
    /** The metadata beside a wheel differs from the wheel's own. */
    METADATA_DIFFERS,
    /** The build was stopped while it fetched something. */
    DOWNLOAD_CANCELLED,
    /** A folder of wheels cannot be read. */
    BAD_FOLDER,
    /** The cache cannot be written. */
    CACHE_UNWRITABLE,
    /** Another process or thread holds a file of the cache, and fetches nothing. */
    CACHE_LOCKED
}
