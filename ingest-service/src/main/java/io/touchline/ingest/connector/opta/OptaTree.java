package io.touchline.ingest.connector.opta;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;

/** Reads any of Opta's formats into {@link OptaNode}s; a payload that is none is rejected once. */
final class OptaTree {

    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    private OptaTree() {}

    static OptaNode read(Payload payload, EventSink sink) throws PayloadChanged {
        byte[] body = payload.body();
        String head = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        String lower = head.toLowerCase(Locale.ROOT);
        if (!head.startsWith("<") || lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            OptaNode root = new OptaNode("");
            add(root, "", JsonPayload.read(payload, sink), 0);
            return root;
        }
        try {
            return xml(body, start(body));
        } catch (XMLStreamException | RuntimeException e) {
            String problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw JsonPayload.unusable(
                    RejectReason.UNREADABLE_PAYLOAD,
                    "no XML: " + problem.lines().findFirst().orElse(""),
                    payload,
                    sink);
        }
    }

    /** Blanks before the declaration are no XML, but mails and editors put them there. */
    private static int start(byte[] body) {
        int start = 0;
        while (start < body.length && body[start] != '<') {
            start++;
        }
        return start;
    }

    private static OptaNode xml(byte[] body, int start) throws XMLStreamException {
        OptaNode root = new OptaNode("");
        Deque<OptaNode> open = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        open.push(root);
        texts.push(new StringBuilder());
        XMLStreamReader reader =
                FACTORY.createXMLStreamReader(new ByteArrayInputStream(body, start, body.length - start));
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() > DEEPEST) {
                            throw new XMLStreamException("too deep");
                        }
                        OptaNode node = new OptaNode(reader.getLocalName());
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            node.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                        }
                        open.getFirst().add(node);
                        open.push(node);
                        texts.push(new StringBuilder());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        texts.getFirst().append(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                    case XMLStreamConstants.END_ELEMENT -> {
                        String text = texts.pop().toString().strip();
                        OptaNode node = open.pop();
                        if (!text.isEmpty()) {
                            node.text(text);
                        }
                    }
                    default -> {}
                }
            }
        } finally {
            reader.close();
        }
        return root;
    }

    /** {@code @attributes} are attributes, {@code @value} is the text; everything else lies where XML has it. */
    private static void add(OptaNode parent, String name, JsonNode value, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                add(parent, name, each, depth + 1);
            }
        } else if (value.isObject()) {
            OptaNode node = name.isEmpty() && depth == 0 ? parent : new OptaNode(name);
            if (node != parent) {
                parent.add(node);
            }
            fields(node, value, depth);
        } else if (value.isString() || value.isNumber() || value.isBoolean()) {
            if (name.isEmpty()) {
                return;
            }
            OptaNode node = new OptaNode(name);
            node.text(value.asString());
            parent.add(node);
            parent.put(name, value.asString());
        }
    }

    private static void fields(OptaNode node, JsonNode object, int depth) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            boolean plain = value.isString() || value.isNumber() || value.isBoolean();
            if (field.getKey().equals("@attributes") && value.isObject()) {
                fields(node, value, depth + 1);
            } else if (field.getKey().equals("@value") && plain) {
                node.text(value.asString());
            } else if (plain) {
                if (field.getKey().equals("value") && object.has("Type")) {
                    node.text(value.asString());
                }
                node.put(field.getKey(), value.asString());
            } else {
                add(node, field.getKey(), value, depth + 1);
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
