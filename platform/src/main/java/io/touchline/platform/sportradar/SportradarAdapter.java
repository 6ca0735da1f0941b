package io.touchline.platform.sportradar;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Any of Sportradar's messages and answers. For one thread. */
final class SportradarAdapter implements Adapter {

    static final String SOURCE = "sportradar";

    /** Answers that tell of no match. */
    private static final Set<String> SILENT = Set.of(
            "market_descriptions",
            "producers",
            "sports",
            "sport_categories",
            "sport_tournaments",
            "tournaments",
            "tournament_info",
            "tournament_seasons",
            "match_status_descriptions",
            "betstop_reasons_descriptions",
            "betting_status_descriptions",
            "void_reasons_descriptions",
            "competitor_profile",
            "simpleteam_profile",
            "player_profile",
            "venue_summary",
            "fixture_changes",
            "result_changes",
            "bookmaker_details",
            "cashout",
            "available_selections",
            "draw_fixtures",
            "draw_summary",
            "lottery_schedule",
            "lotteries");

    private static final Set<String> MATCHES = Set.of(
            "fixtures_fixture",
            "schedule",
            "tournament_schedule",
            "race_schedule",
            "match_summary",
            "match_timeline",
            "match_lineups",
            "results",
            "team_results",
            "tournament_results",
            "sport_event_summary",
            "sport_event_timeline",
            "summaries",
            "schedules");

    private final XmlTree xml = new XmlTree();
    private final SportEvents events = new SportEvents();
    private final UofMessages messages = new UofMessages(events);
    private final MatchAnswers answers = new MatchAnswers(events);

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        try {
            if (XmlTree.looksLike(payload.body())) {
                XmlTree.Document document = xml.read(payload, sink);
                read(document.root(), document.content(), payload, sink);
            } else {
                json(JsonPayload.read(payload, sink), payload, sink);
            }
        } catch (Unusable e) {
            throw JsonPayload.unusable(e.reason(), e.detail(), payload, sink);
        }
    }

    private void read(String root, JsonNode content, Payload payload, EventSink sink) throws Unusable {
        if (messages.read(root, content, payload, sink) || SILENT.contains(root)) {
            return;
        }
        if (MATCHES.contains(root)) {
            answers.read(content, generatedAt(content, payload), sink);
        } else if (root.equals("response")
                && Tree.word(content, "response_code").matches("OK|ACCEPTED|CREATED")) {
            return;
        } else if (root.equals("response") || content.has("message") || root.equals("error") || content.has("code")) {
            JsonNode message = Tree.child(content, "message");
            throw new Unusable(
                    RejectReason.VENDOR_ERROR,
                    (root
                                    + ' '
                                    + Tree.word(content, "response_code")
                                    + ' '
                                    + Tree.word(content, "message")
                                    + Tree.word(message, "text"))
                            .strip());
        } else {
            throw new Unusable(RejectReason.UNKNOWN_MESSAGE, "a document " + root);
        }
    }

    private void json(JsonNode root, Payload payload, EventSink sink) throws Unusable {
        if (!root.isObject()) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "no object");
        }
        JsonNode content = root.path("payload").isObject() ? root.path("payload") : root;
        if (root.has("heartbeat")) {
            return;
        }
        if (!root.has("generated_at") && !content.has("sport_event") && !content.has("sport_event_status")) {
            String message = Tree.word(root, "message") + Tree.word(root, "error");
            throw message.isEmpty()
                    ? new Unusable(RejectReason.UNREADABLE_PAYLOAD, "no generated_at and no match")
                    : new Unusable(RejectReason.VENDOR_ERROR, message);
        }
        answers.read(content, generatedAt(root, payload), sink);
    }

    private static Instant generatedAt(JsonNode content, Payload payload) throws Unusable {
        JsonFields.text(content, "generated_at");
        Instant told = Tree.time(content, "generated_at");
        return told == null ? payload.observedAt() : told;
    }
}
