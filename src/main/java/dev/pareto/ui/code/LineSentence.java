package dev.pareto.ui.code;

import dev.pareto.profile.Cost;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import java.util.Locale;

/// The full figures of a line in words, as the tooltip shows them and a screen reader says them.
final class LineSentence {
    private LineSentence() {}

    static String full(int line, LineFigures figures, FileHeat heat) {
        Cost self = figures.self();
        var text = new StringBuilder();
        String kind = heat.kind().name().toLowerCase(Locale.ROOT);
        text.append(
                Messages.text(
                        "code.tip.share." + kind, Figures.count(line), figures.share().toString()));
        text.append('\n').append(Messages.text("code.tip.cpu", self.cpu().toString()));
        text.append(", ").append(Messages.text("code.tip.waiting", self.waiting().toString()));
        if (self.samples() > 0) {
            text.append('\n').append(Messages.counted("code.tip.samples", self.samples()));
        }
        if (figures.hits().isPresent()) {
            text.append(", ").append(Messages.counted("code.tip.hits", figures.hits().getAsLong()));
        }
        if (figures.rss() != 0) {
            text.append('\n').append(Messages.text("code.tip.rss", figures.rssText()));
        }
        if (heat.stale()) {
            text.append('\n').append(Messages.text("code.tip.stale"));
        }
        return text.toString();
    }
}
