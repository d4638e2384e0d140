package io.geminigateway.state;

import java.io.Serial;
import java.sql.SQLException;

/// The file holds nothing that we can read.
final class BrokenFileException extends SQLException {
    @Serial
    private static final long serialVersionUID = 1;

    /// SQLite's own words for it: SQLITE_CORRUPT and SQLITE_NOTADB.
    private static final int CORRUPT = 11;

    private static final int NO_DATABASE = 26;

    BrokenFileException(String message) {
        super(message);
    }

    static boolean tells(SQLException failed) {
        return failed instanceof BrokenFileException
                || (failed.getErrorCode() & 0xff) == CORRUPT
                || (failed.getErrorCode() & 0xff) == NO_DATABASE;
    }
}
