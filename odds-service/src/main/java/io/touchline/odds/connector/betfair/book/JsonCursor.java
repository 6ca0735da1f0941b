package io.touchline.odds.connector.betfair.book;

import java.nio.charset.StandardCharsets;

/** A place in a slice of bytes that is JSON: white space, brackets, numbers, true, false and null. Strings and whole values are {@link JsonScanner}'s. */
abstract class JsonCursor {

    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final byte[] NOTHING = {};

    /** Where we are, what we read, and where it ends; in the class' own fields because the loops of both classes work on them. */
    int pos;

    byte[] bytes = NOTHING;
    int end;

    BadMessage bad(String detail) {
        return new BadMessage(detail, pos);
    }

    /** The next byte that is no white space, not taken. */
    int peek() throws BadMessage {
        byte[] b = bytes;
        int p = pos;
        while (p < end) {
            int c = b[p];
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                pos = p;
                return c;
            }
            p++;
        }
        pos = p;
        throw bad("the message ends early");
    }

    void expect(char wanted) throws BadMessage {
        if (peek() != wanted) {
            throw bad("expected " + wanted);
        }
        pos++;
    }

    boolean take(char wanted) throws BadMessage {
        if (peek() == wanted) {
            pos++;
            return true;
        }
        return false;
    }

    /** After an element: whether another follows. */
    boolean more(char closing) throws BadMessage {
        int c = peek();
        pos++;
        if (c == ',') {
            return true;
        }
        if (c == closing) {
            return false;
        }
        pos--;
        throw bad("expected , or " + closing);
    }

    /** Nothing but white space may follow. */
    void finish() throws BadMessage {
        while (pos < end) {
            int c = bytes[pos];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                throw bad("something follows the message");
            }
            pos++;
        }
    }

    /** A whole number, also as a string. */
    long whole() throws BadMessage {
        boolean quoted = take('"');
        byte[] b = bytes;
        int p = pos;
        boolean negative = p < end && b[p] == '-';
        if (negative) {
            p++;
        }
        int from = p;
        long value = 0;
        while (p < end) {
            int digit = b[p] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            p++;
        }
        int digits = p - from;
        if (digits == 0 || digits > 18 || (b[from] == '0' && digits > 1)) {
            throw bad("expected a whole number");
        }
        if (p < end && (b[p] == '.' || b[p] == 'e' || b[p] == 'E')) {
            double exact = number();
            if (exact != Math.rint(exact) || Math.abs(exact) > 1L << 53) {
                throw bad("expected a whole number");
            }
            value = (long) Math.abs(exact);
        } else {
            pos = p;
        }
        if (quoted) {
            closeQuote();
        }
        return negative ? -value : value;
    }

    private void closeQuote() throws BadMessage {
        if (pos >= end || bytes[pos] != '"') {
            throw bad("no number in a string");
        }
        pos++;
    }

    /** A JSON number. Exact: what {@link Double#parseDouble} gives. */
    double number() throws BadMessage {
        byte[] b = bytes;
        int p = pos;
        int last = end;
        while (p < last && (b[p] == ' ' || b[p] == '\t' || b[p] == '\n' || b[p] == '\r')) {
            p++;
        }
        int start = p;
        boolean negative = p < last && b[p] == '-';
        if (negative) {
            p++;
        }
        long digits = 0;
        int from = p;
        while (p < last) {
            int digit = b[p] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            digits = digits * 10 + digit;
            p++;
        }
        int whole = p - from;
        if (whole == 0 || (whole > 1 && b[from] == '0')) {
            pos = p;
            throw bad("expected a number");
        }
        int fraction = 0;
        if (p < last && b[p] == '.') {
            int point = ++p;
            while (p < last) {
                int digit = b[p] - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                digits = digits * 10 + digit;
                p++;
            }
            fraction = p - point;
            if (fraction == 0) {
                pos = p;
                throw bad("expected a fraction");
            }
        }
        if (whole + fraction > EXACT_DIGITS || (p < last && (b[p] | 0x20) == 'e')) {
            return slowNumber(start, p);
        }
        pos = p;
        double value = fraction == 0 ? digits : digits / POWERS[fraction];
        return negative ? -value : value;
    }

    private double slowNumber(int start, int from) throws BadMessage {
        int p = from;
        while (p < end && "+-.eE0123456789".indexOf(bytes[p]) >= 0) {
            p++;
        }
        pos = p;
        String written = new String(bytes, start, p - start, StandardCharsets.US_ASCII);
        char lastChar = written.charAt(written.length() - 1);
        try {
            if (Character.isDigit(lastChar)) {
                return Double.parseDouble(written);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw bad("no number: " + (written.length() > 40 ? written.substring(0, 40) : written));
    }

    /** True or false; null is false. */
    boolean truth() throws BadMessage {
        switch (peek()) {
            case 't' -> {
                word("true");
                return true;
            }
            case 'f' -> word("false");
            default -> word("null");
        }
        return false;
    }

    /** Takes null where it stands. */
    boolean takeNull() throws BadMessage {
        if (peek() != 'n') {
            return false;
        }
        word("null");
        return true;
    }

    void word(String word) throws BadMessage {
        if (end - pos < word.length()) {
            throw bad("the message ends early");
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[pos + i] != word.charAt(i)) {
                throw bad("expected " + word);
            }
        }
        pos += word.length();
    }
}
