package io.touchline.platform.vendor;

import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Shot;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Topics;

/** Puts what was matched on its topic, at the time of the event; what was not stays behind. */
public final class TopicOutlet implements Outlet {

    private final RecordSender sender;

    public TopicOutlet(RecordSender sender) {
        this.sender = sender;
    }

    @Override
    public void accept(Normalised event) {
        if (event.known() != null && event.known().match() == null) {
            return;
        }
        switch (event.value()) {
            case Fixture fixture -> sender.send(Topics.FIXTURES, fixture.getFixtureId(), fixture, event.at());
            case MatchState state -> sender.send(Topics.LIVE_SCORES, state.getFixtureId(), state, event.at());
            case MatchResult result -> sender.send(Topics.MATCH_RESULTS, result.getFixtureId(), result, event.at());
            case Shot shot -> sender.send(Topics.LIVE_XG, shot.getFixtureId(), shot, event.at());
            case OddsUpdate odds -> sender.send(Topics.LIVE_ODDS, odds.getFixtureId(), odds, event.at());
            case SquadNews news -> sender.send(Topics.SQUAD_NEWS, news.getTeam(), news, event.at());
            default -> {
                // belongs on no topic
            }
        }
    }

    @Override
    public void flush() {
        sender.flush();
    }
}
