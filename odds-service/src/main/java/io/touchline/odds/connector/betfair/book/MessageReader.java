package io.touchline.odds.connector.betfair.book;

/** Reads one message of the Exchange Stream onto a tape. Fields that we do not use are checked to be JSON and passed over. For one thread. */
public final class MessageReader {

    private static final long OP = JsonScanner.packed("op");
    private static final long ID = JsonScanner.packed("id");
    private static final long CT = JsonScanner.packed("ct");
    private static final long PT = JsonScanner.packed("pt");
    private static final long MC = JsonScanner.packed("mc");
    private static final long CLK = JsonScanner.packed("clk");
    private static final long STATUS = JsonScanner.packed("status");
    private static final long IMG = JsonScanner.packed("img");
    private static final long CON = JsonScanner.packed("con");
    private static final long RC = JsonScanner.packed("rc");
    private static final long TV = JsonScanner.packed("tv");
    private static final long HC = JsonScanner.packed("hc");
    private static final long LTP = JsonScanner.packed("ltp");
    private static final long SPN = JsonScanner.packed("spn");
    private static final long SPF = JsonScanner.packed("spf");
    private static final long ATB = JsonScanner.packed("atb");
    private static final long ATL = JsonScanner.packed("atl");
    private static final long TRD = JsonScanner.packed("trd");
    private static final long SPB = JsonScanner.packed("spb");
    private static final long SPL = JsonScanner.packed("spl");
    private static final long BATB = JsonScanner.packed("batb");
    private static final long BATL = JsonScanner.packed("batl");
    private static final long BDATB = JsonScanner.packed("bdatb");
    private static final long BDATL = JsonScanner.packed("bdatl");

    /** Longer names are told apart by their last eight bytes and their length. */
    private static final long DEFINITION = JsonScanner.packed("finition");

    private static final int DEFINITION_LENGTH = "marketDefinition".length();
    private static final int LONGEST_SHORT = 8;

    private final JsonScanner in = new JsonScanner();
    private final DefinitionReader definitions = new DefinitionReader(in);

    /** Replaces what is on the tape. The tape keeps pointing at the bytes; its texts are to be asked for before they change. */
    public void read(byte[] bytes, int from, int to, ChangeTape tape) throws BadMessage {
        tape.clear(bytes);
        in.open(bytes, from, to);
        in.expect('{');
        if (!in.take('}')) {
            do {
                long key = in.key();
                if (in.keyLength() <= LONGEST_SHORT) {
                    shortField(key, tape);
                } else {
                    longField(key, tape);
                }
            } while (in.more('}'));
        }
        in.finish();
    }

    private void shortField(long key, ChangeTape tape) throws BadMessage {
        if (key == MC) {
            markets(tape);
        } else if (key == OP) {
            tape.op = in.textOrNull();
        } else if (key == CLK) {
            if (!in.takeNull()) {
                tape.clk(in.idPlace());
            }
        } else if (key == PT) {
            tape.publishedAt = in.takeNull() ? 0 : in.whole();
        } else if (key == ID) {
            if (!in.takeNull() && isNumber()) {
                tape.subscription = in.whole();
                tape.subscriptionTold = true;
            }
        } else if (key == CT) {
            tape.changeType = in.textOrNull();
        } else if (key == STATUS) {
            if (isNumber()) {
                tape.status = in.whole();
            }
        } else {
            in.skip();
        }
    }

    /** Passes over whatever is none: messages that are not ours use the same names for other things. */
    private boolean isNumber() throws BadMessage {
        int c = in.peek();
        if (c >= '0' && c <= '9' || c == '-') {
            return true;
        }
        in.skip();
        return false;
    }

    private void longField(long key, ChangeTape tape) throws BadMessage {
        switch (in.keyLength()) {
            case 9 -> {
                if (key == JsonScanner.packed("rrorCode")) {
                    tape.errorCode = in.textOrNull();
                } else {
                    in.skip();
                }
            }
            case 10 -> {
                if (key == JsonScanner.packed("itialClk")) {
                    if (!in.takeNull()) {
                        tape.initialClk(in.idPlace());
                    }
                } else if (key == JsonScanner.packed("atusCode")) {
                    tape.statusCode = in.textOrNull();
                } else {
                    in.skip();
                }
            }
            case 11 -> {
                if (key == JsonScanner.packed("mentType")) {
                    tape.segment = in.textOrNull();
                } else if (key == JsonScanner.packed("rtbeatMs")) {
                    tape.heartbeatMs = in.takeNull() ? 0 : in.whole();
                } else {
                    in.skip();
                }
            }
            case 12 -> {
                if (key == JsonScanner.packed("rMessage")) {
                    tape.errorMessage = in.textOrNull();
                } else {
                    in.skip();
                }
            }
            case 16 -> {
                if (key == JsonScanner.packed("onClosed")) {
                    tape.connectionClosed = in.truth();
                } else {
                    in.skip();
                }
            }
            default -> in.skip();
        }
    }

    private void markets(ChangeTape tape) throws BadMessage {
        if (in.takeNull()) {
            return;
        }
        in.expect('[');
        if (!in.take(']')) {
            do {
                market(tape);
            } while (in.more(']'));
        }
    }

    private void market(ChangeTape tape) throws BadMessage {
        int at = tape.addMarket();
        in.expect('{');
        if (!in.take('}')) {
            do {
                long key = in.key();
                if (key == ID) {
                    tape.marketPlace[at] = in.idPlace();
                } else if (key == RC) {
                    runners(tape);
                } else if (key == TV) {
                    tape.marketTraded[at] = in.numberOrWord();
                } else if (key == IMG) {
                    tape.image[at] = in.truth();
                } else if (key == CON) {
                    tape.conflated[at] = in.truth();
                } else if (key == DEFINITION && in.keyLength() == DEFINITION_LENGTH) {
                    tape.definition[at] = in.takeNull() ? null : definitions.read();
                } else {
                    in.skip();
                }
            } while (in.more('}'));
        }
        if (tape.marketPlace[at] == 0) {
            throw in.bad("a market without id");
        }
        tape.runnersTo[at] = tape.runners;
    }

    private void runners(ChangeTape tape) throws BadMessage {
        if (in.takeNull()) {
            return;
        }
        in.expect('[');
        if (!in.take(']')) {
            do {
                runner(tape);
            } while (in.more(']'));
        }
    }

    private void runner(ChangeTape tape) throws BadMessage {
        int at = tape.addRunner();
        boolean named = false;
        in.expect('{');
        if (!in.take('}')) {
            do {
                long key = in.key();
                if (key == ATB) {
                    rows(tape, LadderKind.ATB);
                } else if (key == ATL) {
                    rows(tape, LadderKind.ATL);
                } else if (key == ID) {
                    tape.runnerId[at] = in.whole();
                    named = true;
                } else if (key == TRD) {
                    rows(tape, LadderKind.TRD);
                } else if (key == LTP) {
                    tape.ltp[at] = told(tape, at, ChangeTape.TOLD_LTP);
                } else if (key == TV) {
                    tape.traded[at] = told(tape, at, ChangeTape.TOLD_TV);
                } else if (key == HC) {
                    tape.handicap[at] = handicap(in.numberOrWord());
                } else if (key == BATB) {
                    rows(tape, LadderKind.BATB);
                } else if (key == BATL) {
                    rows(tape, LadderKind.BATL);
                } else if (key == BDATB) {
                    rows(tape, LadderKind.BDATB);
                } else if (key == BDATL) {
                    rows(tape, LadderKind.BDATL);
                } else if (key == SPN) {
                    tape.near[at] = told(tape, at, ChangeTape.TOLD_SPN);
                } else if (key == SPF) {
                    tape.far[at] = told(tape, at, ChangeTape.TOLD_SPF);
                } else if (key == SPB) {
                    rows(tape, LadderKind.SPB);
                } else if (key == SPL) {
                    rows(tape, LadderKind.SPL);
                } else {
                    in.skip();
                }
            } while (in.more('}'));
        }
        if (!named) {
            throw in.bad("a runner without id");
        }
        tape.laddersTo[at] = tape.ladders;
    }

    private double told(ChangeTape tape, int at, int flag) throws BadMessage {
        if (in.takeNull()) {
            return Double.NaN;
        }
        tape.told[at] |= flag;
        return in.numberOrWord();
    }

    private void rows(ChangeTape tape, int kind) throws BadMessage {
        if (in.takeNull()) {
            return;
        }
        boolean byLevel = LadderKind.isByLevel(kind);
        in.expect('[');
        if (!in.take(']')) {
            do {
                in.expect('[');
                tape.reserveRow();
                int at = tape.values;
                tape.value[at] = in.number();
                in.expect(',');
                tape.value[at + 1] = in.number();
                if (byLevel) {
                    in.expect(',');
                    tape.value[at + 2] = in.number();
                    tape.values = at + 3;
                    if (!(tape.value[at] >= 0 && tape.value[at] < Levels.MOST)) {
                        throw in.bad("no level");
                    }
                } else {
                    tape.values = at + 2;
                }
                in.expect(']');
            } while (in.more(']'));
        }
        tape.endLadder(kind);
    }

    /** An absent handicap is 0, and so is minus zero. */
    static double handicap(double told) {
        return Double.isNaN(told) ? 0 : told + 0.0;
    }
}
