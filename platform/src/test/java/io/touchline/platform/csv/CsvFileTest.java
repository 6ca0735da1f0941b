package io.touchline.platform.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\r\n", "\r"})
    void reads_everyLineEnd(String end) {
        CsvFile file = CsvFile.read("x.csv", bytes("Div,Date" + end + "E0,01/02/03" + end + "E1,04/05/06" + end));

        assertThat(file.header().names()).containsExactly("Div", "Date");
        assertThat(file.rows()).extracting(row -> row.find("Div")).containsExactly("E0", "E1");
        assertThat(file.rows()).extracting(CsvRow::location).containsExactly("x.csv:2", "x.csv:3");
        assertThat(file.rejections()).isEmpty();
    }

    @Test
    void reads_aLastLineWithoutEnd() {
        assertThat(CsvFile.read("x.csv", bytes("A\n1\n2")).rows())
                .extracting(row -> row.find("A"))
                .containsExactly("1", "2");
    }

    @Test
    void drops_byteOrderMarks_alsoThoseEncodedTwice() {
        byte[] once = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes("Div\nE0\n"));
        byte[] twice = concat(
                new String(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, ISO_8859_1).getBytes(UTF_8),
                bytes("Div\nE0\n"));

        assertThat(CsvFile.read("x.csv", once).rows().getFirst().find("Div")).isEqualTo("E0");
        assertThat(CsvFile.read("x.csv", twice).rows().getFirst().find("Div")).isEqualTo("E0");
    }

    @Test
    void detects_theEncoding() {
        assertThat(referee("Referee\nBerg, Jürgen\n".replace(",", "").getBytes(UTF_8)))
                .isEqualTo("Berg Jürgen");
        assertThat(referee("Referee\nJürgen\n".getBytes(ISO_8859_1))).isEqualTo("Jürgen");
        assertThat(referee("Referee\nO’Brien\n".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("O’Brien");
        assertThat(referee(concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, "Referee\nJürgen\n".getBytes(UTF_16LE))))
                .isEqualTo("Jürgen");
    }

    @Test
    void strips_blanksAndNoBreakSpaces() {
        CsvRow row = CsvFile.read("x.csv", "A,B,C\n 8\u00A0,\u00A0R Styles, \n".getBytes(ISO_8859_1))
                .rows()
                .getFirst();

        assertThat(row.find("A")).isEqualTo("8");
        assertThat(row.find("B")).isEqualTo("R Styles");
        assertThat(row.find("C")).isNull();
        assertThat(row.find("D")).isNull();
    }

    @Test
    void reads_quotedValues() {
        CsvRow row = CsvFile.read("x.csv", bytes("A,B,C\n1,\"Fandel, H\",\"a \"\"b\"\"\"\n"))
                .rows()
                .getFirst();

        assertThat(row.find("B")).isEqualTo("Fandel, H");
        assertThat(row.find("C")).isEqualTo("a \"b\"");
    }

    @Test
    void aForgottenQuote_costsOneRow() {
        CsvFile file = CsvFile.read("x.csv", bytes("A,B\n1,\"open\n2,3\n"));

        assertThat(file.rows()).extracting(row -> row.find("A")).containsExactly("2");
        assertThat(file.rejections()).extracting(CsvRejection::reason).containsExactly(RejectReason.UNREADABLE_ROW);
        assertThat(file.rejections().getFirst().location()).isEqualTo("x.csv:2");
        assertThat(new String(file.rejections().getFirst().raw(), UTF_8)).isEqualTo("1,\"open");
    }

    @Test
    void keeps_raggedRows() {
        CsvFile file = CsvFile.read("x.csv", bytes("A,B,,\n1\n1,2,,,,\n1,2,3,4,5\n"));

        assertThat(file.rows()).hasSize(3);
        assertThat(file.rows().get(0).find("B")).isNull();
        assertThat(file.rows()).extracting(CsvRow::surplus).containsExactly(0, 0, 3);
    }

    @Test
    void names_linesOfCommas() {
        CsvFile file = CsvFile.read("x.csv", bytes("A,B\r\n1,2\r\n,,,\r\n\r\n , \r\n\"\",\r\n"));

        assertThat(file.rows()).hasSize(1);
        assertThat(file.rejections()).extracting(CsvRejection::reason).containsOnly(RejectReason.EMPTY_ROW);
        assertThat(file.rejections())
                .extracting(CsvRejection::location)
                .containsExactly("x.csv:3", "x.csv:4", "x.csv:5", "x.csv:6");
        assertThat(file.lines()).isEqualTo(5);
    }

    @Test
    void refuses_controlCharactersAndEndlessLines() {
        String endless = "9".repeat(CsvFile.MAX_ROW_BYTES + 1);
        CsvFile file = CsvFile.read("x.csv", bytes("A\nx\0y\n" + endless + "\n1\n"));

        assertThat(file.rows()).hasSize(1);
        assertThat(file.rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.UNREADABLE_ROW, RejectReason.TOO_LARGE);
        assertThat(file.rejections().get(1).raw()).hasSize(CsvFile.MAX_ROW_BYTES);
    }

    @Test
    void refuses_pagesAndNothing() {
        CsvFile page = CsvFile.read("AUS.csv", bytes("\r\n <!DOCTYPE HTML PUBLIC>\n<html>300 Multiple Choices</html>"));
        assertThat(page.rows()).isEmpty();
        assertThat(page.rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.HTML_INSTEAD_OF_DATA);
        assertThat(page.rejections().getFirst().detail())
                .isEqualTo("a page instead of a table: <!DOCTYPE HTML PUBLIC>");
        assertThat(page.rejections().getFirst().location()).isEqualTo("AUS.csv");

        assertThat(CsvFile.read("x.csv", new byte[0]).rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.EMPTY_FILE);
        assertThat(CsvFile.read("x.csv", bytes("\r\n\r\n")).rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.EMPTY_FILE);
        assertThat(CsvFile.read("x.csv", bytes(",,\n,,\n")).rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.UNKNOWN_HEADER);
    }

    @Test
    void ofTwoColumnsWithOneName_theFirstCounts() {
        CsvFile file = CsvFile.read("x.csv", bytes("A,A,\n1,2,3\n"));

        assertThat(file.rows().getFirst().find("A")).isEqualTo("1");
        assertThat(file.header().place("A")).isZero();
        assertThat(file.header().has("")).isFalse();
    }

    private static String referee(byte[] bytes) {
        return String.valueOf(CsvFile.read("x.csv", bytes).rows().getFirst().find("Referee"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
