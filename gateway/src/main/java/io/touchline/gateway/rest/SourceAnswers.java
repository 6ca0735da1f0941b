package io.touchline.gateway.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers about the sources and about the quality of what they tell. */
final class SourceAnswers {

    private SourceAnswers() {}

    @Meaning("How one source does.")
    record Source(
            String source,

            @Meaning("the service that reads it: ingest or odds")
            String stage,

            @Meaning("OFF, STARTING, UP, FAILING or DOWN, as told last")
            String state,

            @Meaning("false: no alert is based on it now") boolean trusted,

            @Meaning("what is wrong, for people; null where nothing is") @Nullable String problem,

            @Meaning("our clock at its last good answer; null before the first") @Nullable Instant lastGoodAt,

            @Meaning("seconds since then; null before the first") @Nullable Double ageSeconds,

            @Meaning("the vendor's clock in that answer; null before the first") @Nullable Instant vendorAt,

            @Meaning("the vendor's running number; null where it has none") @Nullable Long sequence,

            @Meaning("CLOSED, OPEN or HALF_OPEN") String breaker,

            @Meaning("requests or credits left by the vendor's count; null where it does not tell") @Nullable Long quotaLeft,

            @Meaning("seconds without a word after which it is not trusted")
            double stalenessSeconds,

            @Meaning("when its service told this") Instant toldAt) {}

    @Meaning("All sources that are switched on, by name.")
    record Sources(@Meaning("by our clock") Instant now, List<Source> sources) {}

    @Meaning("Something about the data that a person should know.")
    record Finding(
            @Meaning("SCORE_DISAGREES, PRICE_JUMPED, SOURCE_STALE and so on")
            String kind,

            String source,

            @Meaning("null where it is not about one fixture") @Nullable String fixtureId,

            @Meaning("null where it is not about one") @Nullable String competition,

            @Meaning("with the values") String detail,

            @Meaning("the source whose word was taken; null where there was no choice") @Nullable String trusted,

            @Meaning("the vendor's clock") Instant observedAt,
            @Meaning("our clock") Instant emittedAt) {}

    @Meaning("How many findings of one kind there were in the last 14 days.")
    record FindingCount(
            String kind, String source, @Nullable String competition, long count, Instant newestAt) {}

    @Meaning("How many things could not be used for one reason in the last 14 days.")
    record RejectionCount(String source, String reason, long count, Instant newestAt) {}

    @Meaning("Which share of a competition's day has prices, or scores.")
    record Completeness(
            String competition,
            @Meaning("day of kickoff, UTC") String day,

            @Meaning("prices (from a day before kickoff) or scores (from ten minutes after)")
            String what,

            @Meaning("fixtures that should have it by now") int expected,
            @Meaning("of them, those that have") int reported,
            @Meaning("reported of expected, 0 to 1") double share,
            @Meaning("the first few that have not") List<String> missing) {

        static Completeness of(
                String what, String competition, LocalDate day, int expected, int reported, List<String> missing) {
            return new Completeness(
                    competition,
                    day.toString(),
                    what,
                    expected,
                    reported,
                    expected == 0 ? 1 : (double) reported / expected,
                    missing);
        }
    }

    @Meaning("The quality of what the sources tell.")
    record Quality(
            @Meaning("the last hundred, newest first") List<Finding> findings,
            List<FindingCount> counts,
            List<Completeness> completeness,
            List<RejectionCount> rejections) {}

    @Meaning("A vendor's fixture that could not be told to be one of ours.")
    record Unmatched(
            @Meaning("source:vendorId, the id to resolve it by")
            String id,

            String source,
            String vendorId,

            @Meaning("UNKNOWN_FIXTURE, UNKNOWN_TEAM, UNKNOWN_COMPETITION or AMBIGUOUS_FIXTURE")
            String reason,

            @Meaning("with the vendor's words") String detail,

            @Meaning("fixture or team ids that may be meant, best first")
            List<String> candidates,

            Instant firstAt,
            Instant lastAt,
            int times) {}

    @Meaning("Which fixture a vendor means.")
    record ResolveQuestion(
            @Meaning("ours, such as soccer:eng.1:2022-23:arsenal:wolves")
            String fixtureId,

            @Meaning("true: even where no such fixture is known yet") @Nullable Boolean force) {}

    @Meaning("A person's word for which fixture a vendor means.")
    record Link(
            String source,
            String vendorId,
            String fixtureId,
            @Meaning("short name of the key that said it") String linkedBy,
            Instant emittedAt,
            @Meaning("false where it had been said before") boolean isNew) {}
}
