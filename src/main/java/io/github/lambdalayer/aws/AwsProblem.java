package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with AWS, or between it and us. */
public enum AwsProblem implements ProblemCode {
    /** Nothing that the SDK looks at has credentials. */
    NO_CREDENTIALS,
    /** The zip does not fit into memory as often as sending it takes. */
    HEAP_TOO_SMALL,
    /** A profile lacks something, or names what is not there. */
    PROFILE_UNUSABLE,
    /** Temporary credentials are over. */
    CREDENTIALS_EXPIRED,
    /** AWS does not accept the signature. */
    CREDENTIALS_REFUSED,
    /** Neither the pom nor the environment names a region. */
    NO_REGION,
    /** A text that is no region, such as {@code eu-west-1a}. */
    BAD_REGION,
    /** The address of AWS is none. */
    BAD_ENDPOINT_URL,
    /** Neither {@code COPY} nor {@code REFERENCE}. */
    BAD_STORAGE_MODE,
    /** Caller, layer or function is of another account than the one expected. */
    WRONG_ACCOUNT,
    /** A policy forbids it. */
    ACCESS_DENIED,
    /** AWS asks to slow down for longer than we wait. */
    THROTTLED,
    /** No connection, or no answer. */
    AWS_UNREACHABLE,
    /** AWS answered 5xx again and again. */
    AWS_FAILED,
    /** AWS refused for a reason of its own. */
    AWS_REFUSED,
    /** The build was stopped while it waited. */
    INTERRUPTED,
    /** Too many bytes unzipped for any function. */
    TOO_LARGE_FOR_LAMBDA,
    /** Too many bytes zipped for a request. */
    BUCKET_NEEDED,
    /** {@code REFERENCE} needs an object to refer to. */
    REFERENCE_WITHOUT_BUCKET,
    /** What {@code REFERENCE} refers to has to stay. */
    REFERENCE_DELETED,
    /** A key for what goes through no bucket. */
    KEY_WITHOUT_BUCKET,
    /** A text that names no key, such as {@code arn:foo}. */
    BAD_KMS_KEY,
    /** {@code REFERENCE} needs a bucket that keeps versions. */
    BUCKET_UNVERSIONED,
    /** The bucket's policy does not let Lambda read. */
    BUCKET_CLOSED_TO_LAMBDA,
    /** A text that can name no bucket, such as {@code stage-{regoin}}. */
    BAD_BUCKET,
    /** There is no such bucket. */
    BUCKET_NOT_FOUND,
    /** The bucket is in another region. */
    BUCKET_ELSEWHERE,
    /** The bucket is another account's, or a policy forbids it. */
    BUCKET_DENIED,
    /** The object under the zip's digest holds something else. */
    OBJECT_DIFFERS,
    /** The object was deleted before Lambda had read it. */
    OBJECT_GONE,
    /** The account's room for code is used up. */
    STORAGE_FULL,
    /** AWS has other bytes than were sent. */
    CONTENT_DIFFERS,
    /** No answer, and no new version to be seen. */
    PUBLISH_UNCERTAIN,
    /** Some regions have the layer and some do not. */
    PARTLY_PUBLISHED,
    /** The zip is gone, or may not be read. */
    ZIP_UNREADABLE,
    /** Neither an account nor an organization. */
    BAD_PERMISSION,
    /** Everybody may use it, and nobody said that this is meant. */
    PUBLIC_LAYER,
    /** Somebody else changes the permissions as well. */
    PERMISSIONS_CONTENDED,
    /** The index on CodeArtifact gave no token. */
    NO_INDEX_TOKEN,
    /** There is no such function in the region. */
    FUNCTION_NOT_FOUND,
    /** The function is in a region where the layer is not. */
    FUNCTION_ELSEWHERE,
    /** A version or alias is named where the function itself is needed. */
    FUNCTION_QUALIFIED,
    /** A pattern or tag that can match nothing. */
    BAD_FUNCTION_PATTERN,
    /** The canary's event is no JSON. */
    BAD_CANARY,
    /** A pattern or tag matches no function. */
    NO_FUNCTION_MATCHES,
    /** The function has no such alias. */
    ALIAS_NOT_FOUND,
    /** The alias leads to two versions at once. */
    ALIAS_DIVIDED,
    /** Somebody else has moved the alias meanwhile. */
    ALIAS_MOVED,
    /** The function fails with the layer. */
    CANARY_FAILED,
    /** The function takes signed layers only. */
    SIGNATURE_NEEDED,
    /** The function is being changed for longer than we wait, or is broken. */
    FUNCTION_NOT_READY,
    /** A function of a container image has no layers. */
    IMAGE_FUNCTION,
    /** The function has another runtime than the layer is for. */
    RUNTIME_DIFFERS,
    /** The function runs on another processor than the layer is for. */
    ARCHITECTURE_DIFFERS,
    /** A function has at most five layers. */
    SIXTH_LAYER,
    /** Code and layers together have too many bytes. */
    FUNCTION_TOO_LARGE,
    /** Somebody else changes the function each time first. */
    FUNCTION_CONTENDED,
    /** The function could not be updated; it is as it was. */
    UPDATE_FAILED,
    /** The layer's version is not there any more. */
    VERSION_GONE,
    /** The update did not end in time. */
    UPDATE_UNFINISHED,
    /** The function has the layer, and could not be given back its old ones. */
    ROLLBACK_FAILED,
    /** Some functions have the layer and some do not. */
    PARTLY_ATTACHED
}
