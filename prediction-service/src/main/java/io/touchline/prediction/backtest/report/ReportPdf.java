package io.touchline.prediction.backtest.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;

/** The page as {@code report.pdf}, for printing and for keeping. */
final class ReportPdf {

    /** The fonts that every reader of PDF has know no such sign. */
    private static final char MINUS = '\u2212';

    private ReportPdf() {}

    static void write(String page, Path file) throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
        try (OutputStream out = Files.newOutputStream(file);
                BatikSVGDrawer svg = new BatikSVGDrawer()) {
            new PdfRendererBuilder()
                    .useSVGDrawer(svg)
                    .withHtmlContent(page.replace(MINUS, '-'), null)
                    .toStream(out)
                    .run();
        }
    }
}
