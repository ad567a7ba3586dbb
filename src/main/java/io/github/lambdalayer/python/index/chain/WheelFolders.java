package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.name.PackageName;
import java.util.List;

/** The folders of {@code findLinks} alone, without any index: {@code WheelFolders.of(settings).wheels(PackageName.of("docopt"))}. */
public final class WheelFolders {

    private final List<FolderIndex> folders;

    private WheelFolders(List<FolderIndex> folders) {
        this.folders = folders;
    }

    /** Those that are set; none is looked into before something is asked for. */
    public static WheelFolders of(IndexSettings settings) {
        return new WheelFolders(FolderIndex.all(settings.findLinks(), new CacheLayout(settings.cacheDirectory())));
    }

    /** The wheels of a project in the first folder that has some, as {@link Indexes#index} would have it. */
    public List<IndexFile> wheels(PackageName name) {
        return folders.stream()
                .flatMap(folder -> folder.page(name).stream())
                .findFirst()
                .map(page -> page.wheels())
                .orElse(List.of());
    }
}
