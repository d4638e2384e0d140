package io.geminigateway.doctor;

import java.util.List;

/// Whether strangers can spend the accounts' quota.
final class OpenDoorCheck implements Check {
    private static final String NAME = "access";

    private final Patient patient;

    OpenDoorCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                patient.openToTheWorld()
                        ? Finding.warn(
                                NAME,
                                "anybody who can reach port %d can use the accounts: API_KEYS is empty and HOST is %s"
                                        .formatted(patient.port(), patient.host()),
                                "set API_KEYS to a long random word (openssl rand -hex 32), or HOST=127.0.0.1")
                        : Finding.ok(NAME, "closed to strangers"));
    }
}
