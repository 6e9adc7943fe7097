package dev.pareto.ui.fx;

import java.util.ResourceBundle;

/// The window's texts: `messages.properties` (UTF-8), keys dotted by screen. `{0}`, `{1}` … stand
/// for arguments, which come as text already (see `quantity.Figures`), so no locale changes a
/// figure.
public final class Messages {
    /// For FXML, as in `text="%advice.why"`.
    public static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.pareto.ui.messages");

    private Messages() {}

    /// The text of a key; it throws where there is none, so that a test finds it.
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        for (int index = 0; index < arguments.length; index++) {
            pattern = pattern.replace("{" + index + "}", String.valueOf(arguments[index]));
        }
        return pattern;
    }

    /// One of two texts, `KEY.one` when the count is 1, else `KEY.many`; `{0}` is the count.
    public static String counted(String key, long count, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = dev.pareto.quantity.Figures.count(count);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return text(key + (count == 1 ? ".one" : ".many"), arguments);
    }
}
