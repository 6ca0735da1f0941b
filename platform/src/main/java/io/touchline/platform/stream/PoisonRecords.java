package io.touchline.platform.stream;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.schema.serde.RegistryUnavailableException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a record that cannot be read or handled to {@code rejections} and lets its partition go on. A registry that is away is no poison: the thread stops and is replaced. */
public final class PoisonRecords implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** Where {@link StreamsRunner} puts the rejections into the configuration. */
    static final String REJECTIONS = "touchline.rejections";

    private static final Logger LOG = LoggerFactory.getLogger(PoisonRecords.class);

    private @Nullable Rejections rejections;

    @Override
    public void configure(Map<String, ?> configs) {
        rejections = (Rejections) configs.get(REJECTIONS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception problem) {
        if (isPassing(problem)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        reject(context, RejectReason.UNREADABLE_RECORD, record.value(), problem);
        return DeserializationExceptionHandler.Response.resume();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception problem) {
        if (isPassing(problem)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        LOG.error("{} could not handle {}", context.processorNodeId(), place(context), problem);
        reject(context, RejectReason.UNPROCESSABLE_RECORD, context.sourceRawValue(), problem);
        return ProcessingExceptionHandler.Response.resume();
    }

    private void reject(ErrorHandlerContext context, RejectReason reason, byte @Nullable [] raw, Exception problem) {
        if (rejections == null) {
            throw new IllegalStateException(REJECTIONS + " is not configured");
        }
        rejections.reject(context.topic(), reason, problem.toString(), place(context), raw);
    }

    private static String place(ErrorHandlerContext context) {
        return context.topic() + "-" + context.partition() + "@" + context.offset();
    }

    private static boolean isPassing(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException
                    || cause instanceof InterruptException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
