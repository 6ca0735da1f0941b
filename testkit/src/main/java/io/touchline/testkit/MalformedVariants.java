package io.touchline.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Twenty ways to spoil a good payload as a whole. Every adapter owes each of them one rejection and no exception but {@link
 * io.touchline.platform.vendor.VendorException.PayloadChanged}.
 */
public final class MalformedVariants {

    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking</body></html>";

    private MalformedVariants() {}

    /** By name, of one JSON object or array. */
    public static Map<String, byte[]> ofJson(byte[] good) {
        Map<String, byte[]> variants = common(good);
        variants.put("null", text("null"));
        variants.put("number", text("42"));
        variants.put("string", text("\"ok\""));
        variants.put("true", text("true"));
        variants.put("empty object", text("{}"));
        variants.put("bare word", text("OK"));
        variants.put("twice", joined(good, good));
        variants.put("unclosed string", joined(cut(good, 0.6), text("\"abc")));
        variants.put("extra bracket", joined(good, text("]}")));
        variants.put("xml", text("<?xml version=\"1.0\"?><error code=\"500\"/>"));
        return variants;
    }

    /** By name, of one XML document. */
    public static Map<String, byte[]> ofXml(byte[] good) {
        Map<String, byte[]> variants = common(good);
        variants.put("json", text("{\"error\":\"upstream\"}"));
        variants.put("null", text("null"));
        variants.put("bare word", text("OK"));
        variants.put("another root", text("<?xml version=\"1.0\"?><something_else/>"));
        variants.put("unclosed tag", text("<?xml version=\"1.0\"?><odds_change"));
        variants.put("twice", joined(good, good));
        variants.put("trailing text", joined(good, text("</x>")));
        variants.put("entity bomb", text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"));
        variants.put("undefined entity", text("<odds_change>&nothing;</odds_change>"));
        variants.put("declaration alone", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        return variants;
    }

    /** By name, of one comma-separated table with a line of column names and, after it, at least ten lines. */
    public static Map<String, byte[]> ofCsv(byte[] good) {
        Map<String, byte[]> variants = common(good);
        String text = new String(good, StandardCharsets.UTF_8);
        variants.put("null", text("null"));
        variants.put("number", text("42"));
        variants.put("bare word", text("OK"));
        variants.put("json", text("{\"error\":\"upstream\"}"));
        variants.put("xml", text("<?xml version=\"1.0\"?><error code=\"500\"/>"));
        variants.put("an error in words", text("Error establishing a database connection\n"));
        variants.put("semicolons", text(text.replace(',', ';')));
        variants.put("tabs", text(text.replace(',', '\t')));
        variants.put("without column names", text(text.substring(text.indexOf('\n') + 1)));
        variants.put("unclosed quote", joined(good, text("\"abc,1,2,3\n")));
        return variants;
    }

    private static Map<String, byte[]> common(byte[] good) {
        Map<String, byte[]> variants = new LinkedHashMap<>();
        variants.put("empty", new byte[0]);
        variants.put("blank", text(" \r\n\t "));
        variants.put("half", cut(good, 0.5));
        variants.put("a tenth", cut(good, 0.1));
        variants.put("all but the last tenth", cut(good, 0.9));
        variants.put("web page", text(PAGE));
        variants.put("zeros", new byte[100]);
        variants.put("packed", packed(good));
        variants.put("utf-16", new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE));
        variants.put("control bytes inside", joined(joined(cut(good, 0.3), new byte[] {0, 1, 2, 3}), rest(good, 0.3)));
        return variants;
    }

    private static byte[] cut(byte[] good, double share) {
        return Arrays.copyOf(good, (int) (good.length * share));
    }

    private static byte[] rest(byte[] good, double share) {
        return Arrays.copyOfRange(good, (int) (good.length * share), good.length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] good) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(good);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
