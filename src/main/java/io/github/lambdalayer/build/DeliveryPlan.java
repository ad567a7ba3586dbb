package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AttachPlan;
import io.github.lambdalayer.aws.PublishPlan;
import java.util.List;

/**
 * What publishing and attaching would do with a layer.
 *
 * @param layer its name
 * @param zip the zip, as results name it
 * @param sha256 the zip's digest in hexadecimal, by which another job can publish this very zip
 * @param zippedBytes the zip's length
 * @param unzippedBytes the sum of its entries
 * @param regions one for each region
 * @param functions one for each function
 */
public record DeliveryPlan(
        String layer,
        String zip,
        String sha256,
        long zippedBytes,
        long unzippedBytes,
        List<RegionPlan> regions,
        List<AttachPlan> functions) {

    /**
     * What would be done in one region.
     *
     * @param plan whether a version would be made, and why
     * @param packages in what it differs from the newest version
     * @param publishedBytes the length of the newest version's zip; 0 when there is none, or it is not known
     * @param sharing what would change about who may use it, such as {@code + lambda-layer-account-210987654321}
     */
    public record RegionPlan(PublishPlan plan, PackageChanges packages, long publishedBytes, List<String> sharing) {

        public RegionPlan {
            sharing = List.copyOf(sharing);
        }

        boolean changes() {
            return plan instanceof PublishPlan.Publish || !sharing.isEmpty();
        }
    }

    public DeliveryPlan {
        regions = List.copyOf(regions);
        functions = List.copyOf(functions);
    }

    /** Whether anything would be done. */
    public boolean changes() {
        return regions.stream().anyMatch(RegionPlan::changes)
                || functions.stream().anyMatch(AttachPlan::changes);
    }
}
