package io.touchline.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientMessageTest {

    @Test
    void subscribe_withEverything() {
        assertThat(ClientMessage.read("""
                {"type":"subscribe","channels":["alerts","odds"],
                 "filter":{"competitions":["eng.1"],"markets":["TOTAL_GOALS"],"bookmakers":["bet365"],"minimumEdge":0.05},
                 "resume":123}
                """))
                .isEqualTo(new ClientMessage.Subscribe(
                        new EdgeFilter(
                                Set.of(Channel.ALERTS, Channel.ODDS),
                                Set.of("eng.1"),
                                Set.of("TOTAL_GOALS"),
                                Set.of("bet365"),
                                0.05),
                        OptionalLong.of(123)));
    }

    @Test
    void subscribe_withNothing_isAllAlerts() {
        assertThat(ClientMessage.read("{\"type\":\"subscribe\"}"))
                .isEqualTo(new ClientMessage.Subscribe(
                        new EdgeFilter(Set.of(Channel.ALERTS), Set.of(), Set.of(), Set.of(), Double.NEGATIVE_INFINITY),
                        OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json at all | not JSON",
                "{\"type\":\"shout\"} | type must be subscribe but was shout",
                "[] | type must be subscribe but was missing",
                "{\"type\":\"subscribe\",\"channels\":[\"weather\"]} | one was weather",
                "{\"type\":\"subscribe\",\"channels\":\"alerts\"} | channels must be a list of texts",
                "{\"type\":\"subscribe\",\"filter\":{\"markets\":[1]}} | markets must be a list of texts",
                "{\"type\":\"subscribe\",\"filter\":{\"minimumEdge\":\"much\"}} | minimumEdge must be a number",
                "{\"type\":\"subscribe\",\"filter\":7} | filter must be an object",
                "{\"type\":\"subscribe\",\"resume\":\"abc\"} | resume must be a cursor",
            })
    void malformed_saysWhy(String text, String problem) {
        assertThat(ClientMessage.read(text))
                .isInstanceOfSatisfying(
                        ClientMessage.Malformed.class,
                        malformed -> assertThat(malformed.problem()).contains(problem));
    }
}
