package io.touchline.schema.serde;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes as Avro does, byte for byte, and an array of floats without an object for each. */
final class RecordWriter<V> extends SpecificDatumWriter<V> {

    RecordWriter(Class<V> type) {
        super(type);
    }

    @Override
    protected void writeArray(Schema schema, Object datum, Encoder out) throws IOException {
        if (datum instanceof List<?> list
                && schema.getElementType().getType() == Schema.Type.FLOAT
                && FloatValues.isPlain(list)) {
            out.writeArrayStart();
            out.setItemCount(list.size());
            for (float value : FloatValues.array(list)) {
                out.startItem();
                out.writeFloat(value);
            }
            out.writeArrayEnd();
        } else {
            super.writeArray(schema, datum, out);
        }
    }
}
