package io.touchline.platform.vendor;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The secrets of one connector, taken out of whatever leaves it: a vendor may repeat a key in its answer, and that answer goes into logs, rejections and recordings. A secret is found raw and as
 * it stands in an address, in JSON and in HTML. Those of fewer than six characters are not looked for; what they spell is too common. Safe for many threads.
 */
public final class Secrets {

    private static final int SHORTEST = 6;
    private static final int REMEMBERED = 64;
    private static final byte[] SHOWN = Secret.SHOWN.getBytes(StandardCharsets.UTF_8);

    private final List<String> texts = new CopyOnWriteArrayList<>();

    /** From now on it shows nowhere. */
    public synchronized void hide(Secret secret) {
        for (String form : forms(secret.value())) {
            if (form.length() >= SHORTEST && !texts.contains(form)) {
                texts.add(form);
            }
        }
        while (texts.size() > REMEMBERED) {
            texts.removeFirst();
        }
    }

    private static Set<String> forms(String value) {
        String encoded = VendorRequest.encode(value);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.add(value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        return forms;
    }

    /** The text without any of them. */
    public String removedFrom(String text) {
        String clean = text;
        for (String each : texts) {
            clean = clean.replace(each, Secret.SHOWN);
        }
        return clean;
    }

    /** The bytes without any of them; the same array where none is in it. */
    public byte[] removedFrom(byte[] body) {
        byte[] clean = body;
        for (String each : texts) {
            clean = without(each.getBytes(StandardCharsets.UTF_8), clean);
        }
        return clean;
    }

    /** The payload without any of them; the same where none is in it. */
    public Payload removedFrom(Payload payload) {
        byte[] body = removedFrom(payload.body());
        String location = removedFrom(payload.location());
        return body == payload.body() && location.equals(payload.location())
                ? payload
                : new Payload(body, payload.observedAt(), payload.receivedAt(), location);
    }

    /** What a log may say of an exception: its stack trace, with all causes and without any of them. */
    public String traceOf(Throwable problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace, true));
        return removedFrom(trace.toString());
    }

    private static byte[] without(byte[] secret, byte[] body) {
        List<Integer> places = new ArrayList<>();
        for (int at = find(secret, body, 0); at >= 0; at = find(secret, body, at + secret.length)) {
            places.add(at);
        }
        if (places.isEmpty()) {
            return body;
        }
        ByteArrayOutputStream clean = new ByteArrayOutputStream(body.length);
        int from = 0;
        for (int at : places) {
            clean.write(body, from, at - from);
            clean.writeBytes(SHOWN);
            from = at + secret.length;
        }
        clean.write(body, from, body.length - from);
        return clean.toByteArray();
    }

    private static int find(byte[] secret, byte[] body, int from) {
        int last = body.length - secret.length;
        for (int at = from; at <= last; at++) {
            int same = 0;
            while (same < secret.length && body[at + same] == secret[same]) {
                same++;
            }
            if (same == secret.length) {
                return at;
            }
        }
        return -1;
    }
}
