package org.example.barge;

public enum ExitCode {
    RUN_AGROUND(66);

    private final int value;

    ExitCode(final int newValue) {
        value = newValue;
    }
}
