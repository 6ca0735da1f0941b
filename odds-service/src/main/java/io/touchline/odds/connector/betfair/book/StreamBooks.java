package io.touchline.odds.connector.betfair.book;

/** Reader and books together, for whoever wants the books alone: messages in, books changed. */
public final class StreamBooks {

    private final MessageReader reader = new MessageReader();
    private final ChangeTape tape = new ChangeTape();
    private MarketBooks books = new MarketBooks();

    /** Reads one message into the books and gives the number of its runner changes that were laid into them. */
    public int read(byte[] bytes, int from, int to) throws BadMessage {
        reader.read(bytes, from, to, tape);
        if (!"mcm".equals(tape.op()) || !books.begin(tape)) {
            return 0;
        }
        int applied = 0;
        for (int market = 0; market < tape.markets(); market++) {
            if (books.apply(tape, market) == MarketBooks.Outcome.APPLIED) {
                applied += tape.runnersTo[market] - (market == 0 ? 0 : tape.runnersTo[market - 1]);
            }
        }
        for (int i = 0; i < books.touched().size(); i++) {
            MarketBook book = books.touched().get(i);
            MarketDefinition definition = book.definition();
            if (definition != null && definition.isClosed()) {
                books.settled(book);
            }
        }
        return applied;
    }

    /** Begins anew, without any book. */
    public void forget() {
        books = new MarketBooks();
    }

    public MarketBooks books() {
        return books;
    }
}
