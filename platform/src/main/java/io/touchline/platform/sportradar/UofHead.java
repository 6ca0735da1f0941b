package io.touchline.platform.sportradar;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first tag of a message: all that the connection itself has to know.
 *
 * @param kind the tag's name, such as {@code odds_change}
 * @param attributes by name
 */
record UofHead(String kind, Map<String, String> attributes) {

    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Null where there is no tag. */
    static @Nullable UofHead of(byte[] body) {
        int start = body.length > 2 && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB ? 3 : 0;
        try {
            XMLStreamReader reader =
                    FACTORY.createXMLStreamReader(new ByteArrayInputStream(body, start, body.length - start));
            try {
                reader.nextTag();
                Map<String, String> attributes = new HashMap<>();
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                return new UofHead(reader.getLocalName(), attributes);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return null;
        }
    }

    String text(String name) {
        return attributes.getOrDefault(name, "");
    }

    String product() {
        return text("product");
    }

    String event() {
        return text("event_id");
    }

    boolean isSubscribed() {
        return !text("subscribed").equals("0");
    }

    /** The recovery that it answers; 0 for none. */
    long requestId() {
        String id = text("request_id");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    /** The producer's clock; null where it is not told. */
    @Nullable Instant at() {
        String millis = text("timestamp");
        return millis.matches("\\d{1,14}") ? Instant.ofEpochMilli(Long.parseLong(millis)) : null;
    }
}
