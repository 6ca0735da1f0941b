package io.touchline.gateway.view;

import io.touchline.schema.AlertOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcomes of the last {@code most} graded alerts; a corrected one replaces the first. */
public final class OutcomeView {

    private final Map<String, AlertOutcome> byAlert;

    public OutcomeView(int most) {
        this.byAlert = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, AlertOutcome> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized void accept(AlertOutcome outcome) {
        byAlert.put(outcome.getAlertId(), outcome);
    }

    /** An outcome was withdrawn: the tombstone of {@code fixtureId|alertId} came. */
    public synchronized void forget(String key) {
        byAlert.remove(key.substring(key.indexOf('|') + 1));
    }

    /** In the order they came. */
    public synchronized List<AlertOutcome> all() {
        return List.copyOf(byAlert.values());
    }

    public synchronized int size() {
        return byAlert.size();
    }
}
