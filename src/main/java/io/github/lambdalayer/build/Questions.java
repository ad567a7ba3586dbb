package io.github.lambdalayer.build;

import io.github.lambdalayer.explain.Answer;
import io.github.lambdalayer.explain.Choice;
import io.github.lambdalayer.explain.ChosenWheel;
import io.github.lambdalayer.explain.Explainer;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.explain.Outdated;
import io.github.lambdalayer.explain.Places;
import io.github.lambdalayer.explain.Subject;
import io.github.lambdalayer.explain.Tree;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.wheels.WheelStore;
import io.github.lambdalayer.python.name.PackageName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers questions about what a layer holds, or would hold; of the project nothing is changed. */
public final class Questions {

    private final Ports ports;

    public Questions(Ports ports) {
        this.ports = ports;
    }

    /** Why something is in the layer, or why it is not, for each target. */
    public LayerAnswers explain(LayerSpec spec, Subject subject) {
        Places places = places(spec);
        List<Choice> choices;
        String failure = "";
        try {
            choices = choices(spec);
        } catch (LayerException e) {
            choices = nothing(spec);
            failure = e.sentence();
        }
        List<Answer> answers = new ArrayList<>();
        for (Choice choice : choices) {
            answers.add(new Explainer(places, choice, failure).explain(subject));
        }
        return new LayerAnswers(spec.name().value(), answers);
    }

    /** Where nothing can be chosen there is still an answer: what stands in the way. */
    private static List<Choice> nothing(LayerSpec spec) {
        Requirements requirements = Requirements.of(spec);
        return spec.targets().stream()
                .filter(target -> spec.isPython())
                .map(target -> new Choice(
                        Resolving.request(spec, requirements, target.python(), Map.of()), List.of(), Set.of(), ""))
                .toList();
    }

    /** What is newer than the packages of the layer, for each target. */
    public LayerAnswers outdated(LayerSpec spec) {
        Places places = places(spec);
        List<Answer> answers = new ArrayList<>();
        for (Choice choice : choices(spec)) {
            answers.add(Outdated.of(places, choice));
        }
        return new LayerAnswers(spec.name().value(), answers);
    }

    /** Who requires what in the layer, for each target, and what each wheel has in it: also when the layer is too large. */
    public LayerAnswers tree(LayerSpec spec) {
        Indexes indexes = ports.indexes(spec);
        Requirements requirements = Requirements.of(spec);
        List<Selection> selections = select(spec, indexes, requirements);
        Map<String, Long> bytes = weights(spec, Sharing.of(spec, selections).kept(), indexes.store());
        List<Answer> answers = new ArrayList<>();
        for (Choice choice : choices(spec, indexes, requirements, selections)) {
            answers.add(new Tree(choice, bytes));
        }
        return new LayerAnswers(spec.name().value(), answers);
    }

    /**
     * What each wheel would have in the layer, in unzipped bytes, by the wheel's name: as it comes, without what is left
     * out and before anything is compiled. Nothing is checked or written.
     */
    private static Map<String, Long> weights(LayerSpec spec, List<Selection> selections, WheelStore store) {
        try (OpenWheels wheels = OpenWheels.of(selections, store)) {
            LayerPlan plan = Placement.of(spec.contents().layout(), selections)
                    .planner(spec.contents().leftOut(), wheels)
                    .plan();
            return ToldPackages.bytes(plan);
        }
    }

    private List<Choice> choices(LayerSpec spec) {
        Indexes indexes = ports.indexes(spec);
        Requirements requirements = Requirements.of(spec);
        return choices(spec, indexes, requirements, select(spec, indexes, requirements));
    }

    private static List<Selection> select(LayerSpec spec, Indexes indexes, Requirements requirements) {
        return new Locking(indexes, SelectionLog.SILENT).select(spec, requirements);
    }

    private static List<Choice> choices(
            LayerSpec spec, Indexes indexes, Requirements requirements, List<Selection> selections) {
        String lock = lock(spec).map(file -> String.valueOf(file.getFileName())).orElse("");
        List<Choice> choices = new ArrayList<>();
        Iterator<Selection> kept = Sharing.of(spec, selections).kept().iterator();
        for (Selection selection : selections) {
            Set<PackageName> elsewhere = selection.names();
            elsewhere.removeAll(kept.next().names());
            indexes.index().prefetchMetadata(selection.files(), metadata -> {});
            List<ChosenWheel> wheels = selection.packages().stream()
                    .map(each ->
                            new ChosenWheel(each.file(), indexes.index().metadata(each.file()), each.dependencies()))
                    .toList();
            choices.add(new Choice(
                    Resolving.request(spec, requirements, selection.target().python(), Map.of()),
                    wheels,
                    elsewhere,
                    lock));
        }
        return choices;
    }

    private static Optional<Path> lock(LayerSpec spec) {
        return NamedLock.of(spec.wanted())
                .map(NamedLock::file)
                .or(() -> Optional.of(spec.lock().file()).filter(Files::exists));
    }

    private Places places(LayerSpec spec) {
        IndexSettings unlimited = spec.indexes().withoutUploadLimit();
        return new Places(
                ports.indexes(spec).index(),
                ports.indexes(spec, unlimited, ports.transfers()).index(),
                spec.wanted().uploadedPriorTo());
    }
}
