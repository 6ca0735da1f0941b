package io.touchline.alert.life;

import io.touchline.alert.grade.FinalResult;
import io.touchline.alert.grade.Grade;
import io.touchline.alert.rule.FreshPriceRule;
import io.touchline.alert.rule.Offer;
import io.touchline.alert.rule.Situation;
import io.touchline.alert.rule.Valuation;
import io.touchline.schema.ValueAlert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/** Writes the events of an alert's life. Everything in them but {@code emittedAt} follows from the book. */
final class AlertEvents {

    private static final int ID_BYTES = 16;
    /** The largest reasons that an alert carries. */
    private static final int MOST_REASONS = 5;

    private final FreshPriceRule fresh;
    private final InstantSource clock;

    AlertEvents(FreshPriceRule fresh, InstantSource clock) {
        this.fresh = fresh;
        this.clock = clock;
    }

    /** Hexadecimal beginning of the SHA-256 of fixture, market, line, selection, bookmaker and the price's identity: odds and since when. */
    static String id(String fixtureId, Offer offer) {
        String text = String.join(
                "|",
                fixtureId,
                offer.market(),
                String.valueOf(offer.line()),
                offer.selection(),
                offer.bookmaker(),
                Double.toString(offer.odds()),
                Long.toString(offer.since().toEpochMilli()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    HeldAlert opened(FixtureBook book, String id, Offer offer, Valuation valuation, Situation situation, double stake) {
        PriceKey key = new PriceKey(offer.market(), offer.line(), offer.bookmaker());
        ValueAlert.Builder event = ValueAlert.newBuilder()
                .setAlertId(id)
                .setState("OPENED")
                .setSequence(1)
                .setFixtureId(book.fixtureId)
                .setCompetition(book.competition)
                .setMarket(offer.market())
                .setLine(key.line())
                .setSelection(offer.selection())
                .setBookmaker(offer.bookmaker())
                .setOpeningOdds(offer.odds())
                .setStake(stake);
        return HeldAlert.opened(priced(event, book, offer, valuation, situation).build(), offer.inPlay());
    }

    HeldAlert updated(FixtureBook book, HeldAlert alert, Offer offer, Valuation valuation, Situation situation) {
        ValueAlert.Builder event = next(alert, "UPDATED", situation.at());
        return alert.updated(priced(event, book, offer, valuation, situation).build());
    }

    HeldAlert closed(HeldAlert alert, CloseReason reason, Instant at) {
        ValueAlert.Builder event = next(alert, "CLOSED", at).setCloseReason(reason.name());
        return alert.closed(event.setPriceAgeMillis(age(alert.head().priceAt(), event.getAt()))
                .setPriceObservedAt(alert.head().priceAt())
                .build());
    }

    HeldAlert graded(HeldAlert alert, Grade grade, FinalResult result) {
        return alert.graded(next(alert, "GRADED", result.resultAt())
                .setResult(grade.outcome().name())
                .setProfit(grade.profit())
                .setClosingFairProbability(grade.closingFairProbability())
                .setClv(grade.clv())
                .build());
    }

    /** The next event of an alert, never earlier than the last. */
    private ValueAlert.Builder next(HeldAlert alert, String state, Instant at) {
        ValueAlert last = alert.last();
        return ValueAlert.newBuilder(last)
                .setState(state)
                .setSequence(last.getSequence() + 1)
                .setAt(at.isBefore(last.getAt()) ? last.getAt() : at)
                .setEmittedAt(clock.instant());
    }

    private ValueAlert.Builder priced(
            ValueAlert.Builder event, FixtureBook book, Offer offer, Valuation valuation, Situation situation) {
        Instant stale = fresh.freshUntil(offer.source(), offer.observedAt(), offer.inPlay());
        PriceKey key = new PriceKey(offer.market(), offer.line(), offer.bookmaker());
        return event.setAt(situation.at())
                .setKickoffAt(situation.kickoffAt())
                .setSource(offer.source())
                .setOdds(offer.odds())
                .setPriceObservedAt(offer.observedAt())
                .setPriceAgeMillis(age(offer.observedAt(), situation.at()))
                .setProbability(valuation.outcomes().win())
                .setFairProbabilities(valuation.market().getSelections())
                .setMarketProbability(book.marketProbability(key, offer.selection(), situation.at()))
                .setEdge(valuation.edge())
                .setConfidence(situation.prediction().getConfidence())
                .setModelVersion(situation.prediction().getModelVersion())
                .setVotes(situation.prediction().getVotes())
                .setReasons(situation.prediction().getReasons().stream()
                        .limit(MOST_REASONS)
                        .toList())
                .setExpiresAt(!offer.inPlay() && situation.kickoffAt().isBefore(stale) ? situation.kickoffAt() : stale)
                .setEmittedAt(clock.instant());
    }

    private static long age(Instant observedAt, Instant now) {
        return Math.max(0, Duration.between(observedAt, now).toMillis());
    }
}
