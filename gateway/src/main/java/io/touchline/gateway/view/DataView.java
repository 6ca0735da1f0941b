package io.touchline.gateway.view;

/**
 * What is known of the data itself.
 *
 * @param sources how they do
 * @param quality what is odd, what was rejected
 * @param unmatched fixtures of vendors that are none of ours yet
 */
public record DataView(SourceView sources, QualityView quality, UnmatchedView unmatched) {

    private static final int FINDINGS = 1_000;

    public DataView() {
        this(new SourceView(), new QualityView(FINDINGS), new UnmatchedView());
    }
}
