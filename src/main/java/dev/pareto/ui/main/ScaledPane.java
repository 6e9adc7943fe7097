package dev.pareto.ui.main;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller as a whole: at a scale of 2 the content has half the space
/// and every pixel of it counts twice.
final class ScaledPane extends Region {
    private final StackPane content;
    private final DoubleProperty scale = new SimpleDoubleProperty(1);

    ScaledPane(StackPane content) {
        this.content = content;
        var transform = new Scale(1, 1, 0, 0);
        transform.xProperty().bind(scale);
        transform.yProperty().bind(scale);
        content.getTransforms().add(transform);
        content.setManaged(false);
        getChildren().add(content);
        scale.addListener((_, _, _) -> requestLayout());
    }

    /// What is scaled.
    StackPane content() {
        return content;
    }

    /// 1 is normal size.
    DoubleProperty scaleProperty() {
        return scale;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
    }
}
