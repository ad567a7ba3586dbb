package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The accounts of all indexes. */
public final class Accounts {

    private final List<IndexLocation> locations;
    private final List<Account> accounts = new ArrayList<>();

    /** One account for each index; {@code known} is asked when an index is. */
    public Accounts(List<IndexLocation> locations, IndexCredentials known) {
        this.locations = List.copyOf(locations);
        locations.forEach(l -> accounts.add(new Account(l, known)));
    }

    /** The account of the index that has the file; a lock may know that index by its address only. */
    public Account of(IndexFile file) {
        return of(file.index(), file.url());
    }

    private Account of(String index, URI url) {
        for (int i = 0; i < locations.size(); i++) {
            IndexLocation location = locations.get(i);
            if (location.id().equals(index) || location.isAt(index)) {
                return accounts.get(i);
            }
        }
        for (int i = 0; i < locations.size(); i++) {
            if (Origin.of(locations.get(i).url()).equals(Origin.of(url))) {
                return accounts.get(i);
            }
        }
        return new Account(new IndexLocation(index, url, false, index, url), IndexCredentials.NONE);
    }

    /** The account of an index. */
    public Account of(IndexLocation location) {
        for (int i = 0; i < locations.size(); i++) {
            if (locations.get(i).id().equals(location.id())) {
                return accounts.get(i);
            }
        }
        throw new IllegalArgumentException(location.id());
    }
}
