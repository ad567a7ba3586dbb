package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsClients;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerDetacher;
import java.util.List;

/** Takes a layer off functions. */
final class Detaching {

    private final AwsClients clients;
    private final BuildLog log;

    Detaching(AwsClients clients, BuildLog log) {
        this.clients = clients;
        this.log = log;
    }

    void detach(LayerSpec spec, List<FunctionWish> functions, boolean dry) {
        log.begins(spec);
        if (dry) {
            new LayerDetacher(clients, new AwsNews(log))
                    .plan(spec.name(), functions)
                    .forEach(outcome -> log.wouldDetach(spec.name(), outcome));
            return;
        }
        new LayerDetacher(clients, new DetachJournal(spec, log)).detach(spec.name(), functions);
    }
}
