package io.touchline.simulator.vendor;

import io.touchline.simulator.vendor.AmqpQueue.Listener;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One client of the simulated broker, from its first word on: the part of AMQP 0-9-1 that a consumer needs. Queues are exclusive, named here and gone with the connection; the broker's only
 * exchange is a topic exchange. One thread reads; any may deliver.
 */
final class AmqpConnection {

    private static final int CONNECTION = 10;
    private static final int CHANNEL = 20;
    private static final int QUEUE = 50;
    private static final int BASIC = 60;
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int MOST_CHANNELS = 16;
    private static final AtomicInteger QUEUES = new AtomicInteger();

    private final Socket socket;
    private final AmqpServer.Rules rules;
    private final AmqpOut out;
    private final Map<String, AmqpQueue> queues = new ConcurrentHashMap<>();
    private volatile boolean open;

    AmqpConnection(Socket socket, AmqpServer.Rules rules, FaultBoard faults) throws IOException {
        this.socket = socket;
        this.rules = rules;
        this.out = new AmqpOut(socket.getOutputStream(), rules.vendor(), faults);
    }

    /** Serves until either side ends it. */
    void run() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        if (!AmqpFrame.opens(in)) {
            out.write(AmqpFrame.protocol());
            return;
        }
        send(
                0,
                AmqpMethod.of(CONNECTION, 10)
                        .octet(0)
                        .octet(9)
                        .emptyTable()
                        .longText("PLAIN")
                        .longText("en_US"));
        while (true) {
            AmqpFrame frame = AmqpFrame.read(in);
            if (frame.type() == AmqpFrame.HEARTBEAT) {
                out.write(new AmqpFrame(AmqpFrame.HEARTBEAT, 0, new byte[0]).bytes());
            } else if (frame.type() == AmqpFrame.METHOD && !handle(frame)) {
                return;
            }
        }
    }

    /** False where the connection is over. */
    private boolean handle(AmqpFrame frame) throws IOException {
        DataInputStream arguments = new DataInputStream(new ByteArrayInputStream(frame.payload()));
        int type = arguments.readUnsignedShort();
        int number = arguments.readUnsignedShort();
        return switch (type) {
            case CONNECTION -> connection(number, arguments);
            case CHANNEL -> channel(frame.channel(), number);
            case QUEUE -> queue(frame.channel(), number, arguments);
            case BASIC -> basic(frame.channel(), number, arguments);
            default -> refuse(540, "NOT_IMPLEMENTED - class " + type, type, number);
        };
    }

    private boolean connection(int number, DataInputStream in) throws IOException {
        switch (number) {
            case 11 -> {
                in.skipNBytes(in.readInt());
                String mechanism = AmqpFrame.shortText(in);
                String[] words = AmqpFrame.longText(in).split("\0", -1);
                if (!mechanism.equals("PLAIN") || words.length != 3 || !rules.isWelcome(words[1], words[2])) {
                    return refuse(403, "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN", 0, 0);
                }
                send(
                        0,
                        AmqpMethod.of(CONNECTION, 30)
                                .shortInt(MOST_CHANNELS)
                                .longInt(AmqpFrame.LARGEST)
                                .shortInt(HEARTBEAT_SECONDS));
            }
            case 31 -> {
                in.skipNBytes(6);
                int heartbeat = in.readUnsignedShort();
                socket.setSoTimeout(heartbeat == 0 ? 0 : heartbeat * 2_000);
            }
            case 40 -> {
                String host = AmqpFrame.shortText(in);
                if (!rules.host().equals(host)) {
                    return refuse(530, "NOT_ALLOWED - access to vhost refused", CONNECTION, number);
                }
                open = true;
                send(0, AmqpMethod.of(CONNECTION, 41).shortText(""));
            }
            case 50 -> {
                open = false;
                send(0, AmqpMethod.of(CONNECTION, 51));
                return false;
            }
            case 51 -> {
                return false;
            }
            default -> {
                return refuse(540, "NOT_IMPLEMENTED - connection." + number, CONNECTION, number);
            }
        }
        return true;
    }

    private boolean channel(int channel, int number) throws IOException {
        switch (number) {
            case 10 -> send(channel, AmqpMethod.of(CHANNEL, 11).longText(""));
            case 40 -> {
                queues.values().forEach(queue -> {
                    Listener listener = queue.listener();
                    if (listener != null && listener.channel() == channel) {
                        queue.listen(null);
                    }
                });
                send(channel, AmqpMethod.of(CHANNEL, 41));
            }
            case 41 -> {
                // it agrees
            }
            default -> {
                return refuse(540, "NOT_IMPLEMENTED - channel." + number, CHANNEL, number);
            }
        }
        return true;
    }

    private boolean queue(int channel, int number, DataInputStream in) throws IOException {
        in.skipNBytes(2);
        String named = AmqpFrame.shortText(in);
        switch (number) {
            case 10 -> {
                if (!named.isEmpty()) {
                    return refuse(403, "ACCESS_REFUSED - queues are named by the server here", QUEUE, number);
                }
                String name = "amq.gen-simulated-" + QUEUES.incrementAndGet();
                queues.put(name, new AmqpQueue(name));
                send(
                        channel,
                        AmqpMethod.of(QUEUE, 11).shortText(name).longInt(0).longInt(0));
            }
            case 20 -> {
                String exchange = AmqpFrame.shortText(in);
                String key = AmqpFrame.shortText(in);
                AmqpQueue queue = queues.get(named);
                if (queue == null || !exchange.equals(rules.exchange())) {
                    return refuse(404, "NOT_FOUND - no queue or exchange of that name", QUEUE, number);
                }
                queue.bind(key);
                if (in.readUnsignedByte() == 0) {
                    send(channel, AmqpMethod.of(QUEUE, 21));
                }
            }
            default -> {
                return refuse(540, "NOT_IMPLEMENTED - queue." + number, QUEUE, number);
            }
        }
        return true;
    }

    private boolean basic(int channel, int number, DataInputStream in) throws IOException {
        switch (number) {
            case 10 -> send(channel, AmqpMethod.of(BASIC, 11));
            case 20 -> {
                in.skipNBytes(2);
                AmqpQueue queue = queues.get(AmqpFrame.shortText(in));
                String asked = AmqpFrame.shortText(in);
                if (queue == null) {
                    return refuse(404, "NOT_FOUND - no queue of that name", BASIC, number);
                }
                String tag = asked.isEmpty() ? "amq.ctag-" + queue.name() : asked;
                boolean silent = (in.readUnsignedByte() & 8) != 0;
                if (!silent) {
                    send(channel, AmqpMethod.of(BASIC, 21).shortText(tag));
                }
                queue.listen(new Listener(channel, tag));
            }
            case 30 -> {
                String tag = AmqpFrame.shortText(in);
                queues.values().forEach(queue -> {
                    Listener listener = queue.listener();
                    if (listener != null && listener.tag().equals(tag)) {
                        queue.listen(null);
                    }
                });
                send(channel, AmqpMethod.of(BASIC, 31).shortText(tag));
            }
            case 80 -> {
                // what is acknowledged is forgotten already
            }
            default -> {
                return refuse(540, "NOT_IMPLEMENTED - basic." + number, BASIC, number);
            }
        }
        return true;
    }

    private boolean refuse(int code, String why, int type, int number) throws IOException {
        open = false;
        send(
                0,
                AmqpMethod.of(CONNECTION, 50)
                        .shortInt(code)
                        .shortText(why)
                        .shortInt(type)
                        .shortInt(number));
        return true;
    }

    /** To every queue that is bound to such a key. A connection that cannot be written to ends. */
    void deliver(String key, byte[] body) {
        for (AmqpQueue queue : queues.values()) {
            Listener listener = queue.listener();
            if (open && listener != null && queue.takes(key)) {
                try {
                    out.writeMessage(message(queue, listener, key, body));
                } catch (IOException e) {
                    close();
                }
            }
        }
    }

    private byte[] message(AmqpQueue queue, Listener listener, String key, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + 256);
        all.write(AmqpMethod.of(BASIC, 60)
                .shortText(listener.tag())
                .longLong(queue.nextTag())
                .octet(0)
                .shortText(rules.exchange())
                .shortText(key)
                .frame(listener.channel())
                .bytes());
        byte[] head = AmqpMethod.of(BASIC, 0).longLong(body.length).shortInt(0).payload();
        all.write(new AmqpFrame(AmqpFrame.HEADER, listener.channel(), head).bytes());
        int most = AmqpFrame.LARGEST - 8;
        for (int from = 0; from < body.length; from += most) {
            byte[] part = Arrays.copyOfRange(body, from, Math.min(body.length, from + most));
            all.write(new AmqpFrame(AmqpFrame.BODY, listener.channel(), part).bytes());
        }
        return all.toByteArray();
    }

    private void send(int channel, AmqpMethod method) throws IOException {
        out.write(method.frame(channel).bytes());
    }

    void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
