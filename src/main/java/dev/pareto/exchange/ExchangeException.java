package dev.pareto.exchange;

/// A file is not what its ending says. The message is for people: what is wrong with it.
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1L;

    public ExchangeException(String message) {
        super(message);
    }

    ExchangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
