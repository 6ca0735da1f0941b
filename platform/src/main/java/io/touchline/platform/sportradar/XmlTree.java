package io.touchline.platform.sportradar;

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
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One XML document as the tree that JSON would have given: attributes are texts, children lists by name, so that both forms of the same answer are read alike.
 * Document types and entities other than the five of XML itself are refused.
 */
final class XmlTree {

    private static final int DEEPEST = 50;
    private static final int LOOKED_AT = 100;
    private static final int SHOWN = 120;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    /** The root's name without prefix, and what is in it. */
    record Document(String root, ObjectNode content) {}

    XmlTree() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** Whether the first thing in it is a tag. */
    static boolean looksLike(byte[] body) {
        int at = start(body);
        while (at < body.length && (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n')) {
            at++;
        }
        return at < body.length && body[at] == '<';
    }

    /** The whole document; where it is none it is rejected once. */
    Document read(Payload payload, EventSink sink) throws PayloadChanged {
        byte[] body = payload.body();
        int start = start(body);
        String head = new String(body, start, Math.min(body.length - start, LOOKED_AT), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.matches("(?s)<(html|head|body|h1|center)[\\s>].*")) {
            throw JsonPayload.unusable(RejectReason.HTML_INSTEAD_OF_DATA, "a web page", payload, sink);
        }
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(body, start, body.length - start));
            try {
                return document(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            String message =
                    Optional.ofNullable(e.getMessage()).orElse("broken").replaceAll("\\s+", " ");
            throw JsonPayload.unusable(
                    RejectReason.UNREADABLE_PAYLOAD,
                    "no XML: " + message.substring(0, Math.min(message.length(), SHOWN)),
                    payload,
                    sink);
        }
    }

    private static Document document(XMLStreamReader reader) throws XMLStreamException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        String name = "";
        Deque<ObjectNode> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.isEmpty()) {
                        name = reader.getLocalName();
                        open.push(root);
                    } else {
                        open.push(child(open.element(), reader.getLocalName()));
                    }
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("elements deeper than " + DEEPEST);
                    }
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        open.element().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty() && !reader.isWhiteSpace()) {
                        open.element().put("text", reader.getText().strip());
                    }
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("an entity that is not XML's own");
                default -> {
                    // comments, instructions and white space say nothing
                }
            }
        }
        return new Document(name, root);
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        ArrayNode same = parent.get(name) instanceof ArrayNode there ? there : parent.putArray(name);
        return same.addObject();
    }

    private static int start(byte[] body) {
        boolean bom =
                body.length >= 3 && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB && (body[2] & 0xFF) == 0xBF;
        return bom ? 3 : 0;
    }
}
