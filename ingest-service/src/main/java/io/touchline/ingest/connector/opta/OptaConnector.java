package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.DropFolder;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.VendorException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks into the folder that Opta's feeds are pushed to and reads each file once per content. Fixtures and match sheets come before events, which tell teams and players by
 * number alone.
 */
public final class OptaConnector extends Connector {

    /** F24 and MA3 by the names they usually have; whatever a file's name is, it is read. */
    private static final Pattern EVENTS =
            Pattern.compile("f24|eventdetails|ma3|ma12|(^|[^a-z])events?([^a-z]|$)", Pattern.CASE_INSENSITIVE);

    private final DropFolder folder;
    private final Intake intake;

    public OptaConnector(OptaProperties properties, Path dir, ConnectorContext context, Intake intake) {
        super(OptaAdapter.SOURCE, context, properties.poll());
        this.folder = new DropFolder(dir, new OptaVendor(), context.clock(), properties.settle(), new Order());
        this.intake = intake;
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        DropFolder.Scan scan = folder.scan(payload -> {
            try {
                intake.take(payload);
                count("ok", "none");
            } catch (VendorException.PayloadChanged e) {
                count("failed", e.reason());
                throw e;
            }
        });
        if (scan.failed() > 0) {
            throw new VendorException.SourceUnavailable(scan.failed() + " files of the folder cannot be read now");
        }
    }

    private static final class Order implements DropFolder.Choice {

        @Override
        public boolean wants(String path) {
            return true;
        }

        @Override
        public int rank(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return EVENTS.matcher(name).find() ? 1 : 0;
        }
    }
}
