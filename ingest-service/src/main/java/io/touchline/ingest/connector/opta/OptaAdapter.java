package io.touchline.ingest.connector.opta;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Any of Opta's documents, told apart by what is in them and not by their names; one payload may hold several. */
final class OptaAdapter implements Adapter {

    static final String SOURCE = "opta";

    private final OptaMemory memory = new OptaMemory();

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        OptaNode root = OptaTree.read(payload, sink);
        Documents documents = new Documents(payload, sink);
        documents.look(root, null);
        if (documents.found == 0) {
            boolean error = hasError(root);
            throw JsonPayload.unusable(
                    error ? RejectReason.VENDOR_ERROR : RejectReason.UNKNOWN_MESSAGE,
                    error ? "the vendor's error: " + errorOf(root) : "none of the feeds that are read",
                    payload,
                    sink);
        }
    }

    /** Goes through the tree until documents are met. */
    private final class Documents {

        private final Payload payload;
        private final EventSink sink;
        private int found;

        Documents(Payload payload, EventSink sink) {
            this.payload = payload;
            this.sink = sink;
        }

        void look(OptaNode node, @Nullable OptaNode parent) {
            if (node.name().equals("SoccerDocument") || node.name().equals("OptaDocument")) {
                found++;
                new OptaClassic(memory, payload, sink).read(node, parent);
            } else if (node.name().equals("Game")) {
                found++;
                new OptaGame(memory, payload, sink).read(node, parent);
            } else if (node.has("matchInfo")) {
                found++;
                new OptaMatch(memory, payload, sink).read(node);
            } else {
                for (OptaNode child : node.children()) {
                    look(child, node);
                }
            }
        }
    }

    private static boolean hasError(OptaNode node) {
        return node.value("errorCode") != null
                || node.value("error") != null
                || node.has("error")
                || node.has("error_code")
                || node.children().stream()
                        .anyMatch(child -> child.name().toLowerCase(Locale.ROOT).contains("error")
                                || child.value("errorCode") != null);
    }

    private static String errorOf(OptaNode node) {
        String code = node.value("errorCode", "error");
        String message = node.value("message");
        return (code == null ? "" : code) + (message == null ? "" : " " + message);
    }
}
