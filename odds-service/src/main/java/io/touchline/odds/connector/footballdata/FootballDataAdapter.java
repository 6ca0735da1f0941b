package io.touchline.odds.connector.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.PriceFile;
import io.touchline.platform.footballdata.PricedMatch;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of football-data.co.uk in our words: of every line the first prices and, where there are any, the closing ones, each with the time that it stands for. A line without a result
 * is a match to come; its prices cannot be newer than the file. What is missing in a later file is not withdrawn, since the files keep a match for some days only.
 */
final class FootballDataAdapter implements Adapter {

    private final boolean live;

    /**
     * @param live whether matches that have begun are left out: they have no odds any more, and history is loaded in another way
     */
    FootballDataAdapter(boolean live) {
        this.live = live;
    }

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        PriceFile file = PriceFile.read(name(payload.location()), payload.body());
        if (file.refused()) {
            CsvRejection why = file.rejections().getFirst();
            throw JsonPayload.unusable(why.reason(), why.detail(), payload, sink);
        }
        for (CsvRejection rejection : file.rejections()) {
            sink.rejected(rejection.reason(), rejection.detail(), place(rejection), rejection.raw(), null);
        }
        for (PricedMatch match : file.matches()) {
            if (!live || !match.hasBegun(payload.receivedAt())) {
                FixtureRef fixture = fixture(match);
                Consumer<CsvRejection> faults =
                        fault -> sink.rejected(fault.reason(), fault.detail(), place(fault), fault.raw(), fixture);
                Instant openedAt = at(match, match.openingAt(), payload);
                tell(fixture, openedAt, match.opening(openedAt, faults), sink);
                Instant closedAt = at(match, match.closingAt(), payload);
                tell(fixture, closedAt, match.closing(closedAt, faults), sink);
            }
        }
    }

    private static Instant at(PricedMatch match, Instant standsFor, Payload payload) {
        return !match.played() && standsFor.isAfter(payload.observedAt()) ? payload.observedAt() : standsFor;
    }

    private static void tell(FixtureRef fixture, Instant at, List<Quote> quotes, EventSink sink) {
        if (!quotes.isEmpty()) {
            sink.event(new OddsSeen(fixture, at, false, quotes, false, "", null));
        }
    }

    private FixtureRef fixture(PricedMatch match) {
        Competition competition = match.competition();
        Season season = match.season();
        return new FixtureRef(
                live ? FootballDataVendor.LIVE : OddsRows.SOURCE,
                match.key(),
                "soccer",
                competition == null ? null : competition.code(),
                competition == null ? match.competitionText() : competition.name(),
                null,
                season == null ? null : season.startYear(),
                TeamRef.of(match.home()),
                TeamRef.of(match.away()),
                match.kickoffAt(),
                match.kickoffKnown(),
                null);
    }

    /** Behind the file's name: its line, or the letters of a bookmaker. */
    private static String place(CsvRejection rejection) {
        return rejection.location().substring(rejection.location().lastIndexOf(':') + 1);
    }

    /** The file's own name, without its address, folder or archive. */
    private static String name(String location) {
        int slash =
                Math.max(location.lastIndexOf('/'), Math.max(location.lastIndexOf('\\'), location.lastIndexOf('!')));
        return location.substring(slash + 1);
    }
}
