package io.touchline.simulator.vendor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A method of AMQP in the making: class and number, then its arguments in order. */
final class AmqpMethod {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** The arguments of one kind or another are written to it. */
    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    private AmqpMethod add(Part part) {
        try {
            part.write(out);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the numbers of the specification: 10 connection, 20 channel, 50 queue, 60 basic. */
    static AmqpMethod of(int type, int number) {
        return new AmqpMethod().shortInt(type).shortInt(number);
    }

    AmqpMethod octet(int value) {
        return add(to -> to.writeByte(value));
    }

    AmqpMethod shortInt(int value) {
        return add(to -> to.writeShort(value));
    }

    AmqpMethod longInt(int value) {
        return add(to -> to.writeInt(value));
    }

    AmqpMethod longLong(long value) {
        return add(to -> to.writeLong(value));
    }

    AmqpMethod shortText(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return add(to -> {
            to.writeByte(text.length);
            to.write(text);
        });
    }

    AmqpMethod longText(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return add(to -> {
            to.writeInt(text.length);
            to.write(text);
        });
    }

    /** A table with nothing in it. */
    AmqpMethod emptyTable() {
        return longInt(0);
    }

    byte[] payload() {
        return bytes.toByteArray();
    }

    AmqpFrame frame(int channel) {
        return new AmqpFrame(AmqpFrame.METHOD, channel, payload());
    }
}
