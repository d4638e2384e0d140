package io.geminigateway.dialect;

/// A dialect whose requests may come as forms (`multipart/form-data`), because they carry files. Same promises.
public interface FormDialect extends Dialect {
    DialectCall read(Form form);
}
