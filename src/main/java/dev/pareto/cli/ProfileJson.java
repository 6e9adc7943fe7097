package dev.pareto.cli;

import dev.pareto.workbench.ProfileReport;
import dev.pareto.workbench.Workbench;

import java.util.Map;

/// `pareto.profile/1` with the run that it came from.
final class ProfileJson {
    private ProfileJson() {}

    static Map<String, Object> of(ProfileReport report) {
        Map<String, Object> json = Workbench.profileJson(report.profile());
        json.put("arguments", report.input().texts());
        report.run().ifPresent(ended -> json.put("output", RunJson.output(ended)));
        report.ending().ifPresent(ending -> json.put("ending", RunJson.ending(ending)));
        return json;
    }
}
