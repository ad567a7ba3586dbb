package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.CodeArtifactToken;
import io.github.lambdalayer.files.NotedDigests;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds layers step by step; the entry point for those who work without Maven.
 *
 * <pre>{@code
 * LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));
 * LayerResult result = build.assemble(spec);
 * }</pre>
 */
public final class LayerBuild {

    private final Ports ports;
    private final NotedDigests digests = new NotedDigests(Clock.systemUTC());

    public LayerBuild(Ports ports) {
        this.ports = ports;
    }

    /** The tokens that AWS would be asked for, to read the layer's indexes. */
    public List<CodeArtifactToken> tokens(LayerSpec spec) {
        return ports.credentials(spec).tokens();
    }

    /**
     * The layer's zip. It is made unless that of an earlier build is still right: then nothing is resolved, fetched or
     * written.
     *
     * @throws LayerException when a step fails; the zip of an earlier build is untouched then
     */
    public LayerResult assemble(LayerSpec spec) {
        ports.log().begins(spec);
        WholeFile.sweep(spec.output(), "");
        String inputs = Inputs.of(spec, ports.pluginVersion());
        Optional<LayerResult> earlier = earlier(spec, inputs);
        if (earlier.isPresent()) {
            ports.log().reused(earlier.get(), spec.files().zip());
            return earlier.get();
        }
        LayerResult result = made(spec, inputs);
        ResultFiles files = spec.files();
        digests.written(files.zip(), result.sha256(), files.stamp(), files.json());
        return result;
    }

    private LayerResult made(LayerSpec spec, String inputs) {
        CountingTransfers transfers = new CountingTransfers(ports.transfers());
        Indexes indexes = ports.indexes(spec, spec.indexes(), transfers);
        Requirements requirements = Requirements.of(spec);
        Sharing sharing = Sharing.of(spec, new Locking(indexes, ports.log()).select(spec, requirements));
        return new Assembling(indexes.store(), transfers, ports.pythons(), ports.log())
                .assemble(spec, requirements, inputs, sharing);
    }

    private Optional<LayerResult> earlier(LayerSpec spec, String inputs) {
        return spec.files()
                .read()
                .filter(result -> isStillRight(spec, result, inputs))
                // A copy of it that was given to another goal is not the layer's own.
                .map(result -> result.withZip(spec.files().named(spec.files().zip())));
    }

    private boolean isStillRight(LayerSpec spec, LayerResult result, String inputs) {
        Path zip = spec.files().zip();
        try {
            return result.inputs().equals(inputs)
                    && Files.isRegularFile(zip)
                    && digests.has(zip, result.sha256(), spec.files().stamp());
        } catch (IOException e) {
            return false; // It will be written anew, and that tells what is wrong with the place.
        }
    }

    /**
     * Resolves and writes the lock; {@code upgrade} gives up versions that it holds.
     *
     * @return the packages that the lock held, and those that it holds now
     */
    public Set<PackageName> lock(LayerSpec spec, Upgrade upgrade) {
        return lock(List.of(spec), upgrade);
    }

    /** The same for layers that share a lock, such as those of two architectures. */
    public Set<PackageName> lock(List<LayerSpec> sharing, Upgrade upgrade) {
        sharing.forEach(ports.log()::begins);
        LayerSpec spec = sharing.get(0);
        Indexes indexes = ports.indexes(spec);
        return new LockUpdate(indexes, ports.log()).write(spec, upgrade);
    }

    /**
     * The layer in every region, published where no version of it is the same; the zip is made first where it has to be.
     *
     * @throws LayerException when a region could not be published to
     */
    public LayerResult publish(LayerSpec spec, Delivery delivery) {
        return publish(spec, delivery, List.of());
    }

    /** The same; what is told and handed over names also the regions that this build has published to before. */
    public LayerResult publish(LayerSpec spec, Delivery delivery, List<String> before) {
        try (AwsClients clients = clients(spec, delivery)) {
            Publishing publishing = new Publishing(clients, ports.log());
            publishing.preflight(spec, delivery);
            LayerResult result = publishing
                    .publish(shipment(spec, delivery), delivery)
                    .in(Stream.concat(before.stream(), clients.regions().stream())
                            .toList());
            Handover.write(spec, result);
            ports.log().published(result.published());
            return result;
        }
    }

    /** What {@link #publish} and {@link #attach} would do; changes nothing at AWS. */
    public DeliveryPlan plan(LayerSpec spec, Delivery delivery) {
        try (AwsClients clients = clients(spec, delivery)) {
            new Publishing(clients, ports.log()).preflight(spec, delivery);
            return new Planning(clients, ports.log()).plan(shipment(spec, delivery), delivery);
        }
    }

    /**
     * The published layer on functions.
     *
     * @throws LayerException when the layer is not published as it is now, or a function could not be updated
     */
    public LayerResult attach(LayerSpec spec, Delivery delivery) {
        try (AwsClients clients = clients(spec, delivery)) {
            clients.regions();
            clients.checkCredentials(); // Before the first download.
            return new Attaching(clients, ports.log()).attach(shipment(spec, delivery), delivery);
        }
    }

    /**
     * Takes the layer off functions, in whatever version they have it; with {@code dry} it only says so.
     *
     * @throws LayerException for all functions that could not be brought to an end
     */
    public void detach(LayerSpec spec, Delivery delivery, boolean dry) {
        try (AwsClients clients = clients(spec, delivery)) {
            new Detaching(clients, ports.log()).detach(spec, delivery.functions(), dry);
        }
    }

    /**
     * Says which old versions of the layer no function uses, and deletes them when {@code confirmed}; returns how many
     * these are.
     */
    public int prune(LayerSpec spec, Delivery delivery, int keep, boolean confirmed) {
        try (AwsClients clients = clients(spec, delivery)) {
            return new Pruning(clients, ports.log()).prune(spec, keep, confirmed);
        }
    }

    /**
     * Writes a page about layers, each with what {@link #assemble} made of it.
     *
     * @throws LayerException when the page cannot be written
     */
    public void report(Map<LayerSpec, LayerResult> layers, Path page) {
        Reporting reporting = new Reporting();
        layers.forEach(reporting::add);
        ResultFiles.write(page, reporting.page());
        ports.log().wrotePage(page);
    }

    /**
     * Checks the zip that was given, or else the one that the specification makes.
     *
     * @throws LayerException when the lock is out of date, the audit finds an error, or a trial fails
     */
    public void check(LayerSpec spec, Optional<Path> zip, Trial trial) {
        Checking checking = new Checking(
                new Auditing(ports.log()),
                new Trying(ports.pythons(), new RuntimeClient(ports), ports.log()),
                ports.log());
        if (zip.isPresent()) {
            ports.log().begins(spec);
            Indexes indexes = ports.indexes(spec);
            new Locking(indexes, ports.log()).requireUpToDate(spec);
            checking.check(spec, zip.get(), trial, List.of());
        } else {
            LayerResult result = assemble(spec);
            checking.check(spec, spec.files().zip(), trial, result.findings());
        }
    }

    private static AwsClients clients(LayerSpec spec, Delivery delivery) {
        return AwsClients.open(delivery.aws().through(spec.indexes().proxies()));
    }

    /** The zip that was given, or else the one that the specification makes. */
    private Shipment shipment(LayerSpec spec, Delivery delivery) {
        Shipment shipment = delivery.zip().isEmpty()
                ? new Shipment(spec, spec.files().zip(), assemble(spec))
                : finished(spec, delivery.zip().get());
        shipment.requireDigest(delivery.sha256());
        return shipment;
    }

    private Shipment finished(LayerSpec spec, Path zip) {
        ports.log().begins(spec);
        LayerResult measured = FinishedZip.measure(spec, zip);
        LayerResult result = spec.files()
                .read()
                .filter(earlier -> earlier.sha256().equals(measured.sha256()))
                .map(earlier -> earlier.withZip(measured.zip()))
                .orElse(measured);
        ports.log().reused(result, zip);
        return new Shipment(spec, zip, result);
    }
}
