package io.touchline.standalone.replay;

import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Outlet;
import io.touchline.schema.Fixture;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import org.jspecify.annotations.Nullable;

/** Counts every normalised event and writes it down; odds one value a line, as {@code PRICE}. Fixtures become known to the identity, as the topic makes them known live. */
final class CountingOutlet implements Outlet {

    private final VendorCounts counts;
    private final EventDump dump;
    private final FixtureBook book;

    CountingOutlet(VendorCounts counts, EventDump dump, FixtureBook book) {
        this.counts = counts;
        this.dump = dump;
        this.book = book;
    }

    @Override
    public void accept(Normalised event) {
        if (event.value() instanceof OddsUpdate update) {
            prices(event, update);
            return;
        }
        counts.event(event.type());
        dump.write(event);
        if (event.value() instanceof Fixture fixture
                && event.known() != null
                && event.known().match() != null) {
            book.take(fixture);
        }
    }

    private void prices(Normalised event, OddsUpdate update) {
        for (Quote quote : update.getQuotes()) {
            boolean any = false;
            for (Price price : quote.getPrices()) {
                any |= price(event.known(), update, quote, price, "BACK", price.getBackOdds(), price.getBackSize());
                any |= price(event.known(), update, quote, price, "LAY", price.getLayOdds(), price.getLaySize());
            }
            if (!any) {
                counts.event("QUOTE_WITHOUT_PRICE");
                dump.quote(event.known(), update, quote);
            }
        }
    }

    private boolean price(
            @Nullable Known known,
            OddsUpdate update,
            Quote quote,
            Price price,
            String side,
            @Nullable Double odds,
            @Nullable Double size) {
        if (odds == null) {
            return false;
        }
        counts.event("PRICE");
        dump.price(known, update, quote, price.getSelection(), side, odds, size);
        return true;
    }

    @Override
    public void flush() {
        // nothing waits here
    }
}
