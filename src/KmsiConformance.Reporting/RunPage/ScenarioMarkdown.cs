using System.Globalization;
using System.Text;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Markdown;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>One scenario as an issue tracker is told of it.</summary>
internal static class ScenarioMarkdown
{
    /// <summary>The text, in which nothing that came from the target is more than text.</summary>
    public static string Of(RunRecord run, ScenarioRecord scenario)
    {
        var requirements = run.Requirements.Where(one => scenario.About.Contains(one.Id)).ToList();
        var text = new StringBuilder();
        text.Append("## ").Append(scenario.Verdict.Text()).Append(": ").Append(MarkdownText.Of(scenario.Title)).Append("\n\n");
        text.Append(MarkdownText.Code(scenario.Id)).Append(" at ").Append(MarkdownText.Of(run.Target.Name)).Append(", profile ")
            .Append(MarkdownText.Code(run.Profile)).Append(", ").Append(MarkdownText.Of($"{run.Browser.Name} {run.Browser.Version}"))
            .Append(", ").Append(Wording.Utc(run.StartedUtc)).Append("\n\n");
        foreach (var requirement in requirements)
        {
            text.Append("- **").Append(MarkdownText.Of($"{requirement.Id} {requirement.Level}")).Append("** ")
                .Append(MarkdownText.Of(requirement.Text)).Append(" (").Append(MarkdownText.Of(requirement.Source)).Append(")\n");
        }

        if (scenario.Deciding() is { } step)
        {
            var place = ScenarioText.Place(scenario) is { } at ? $" ({MarkdownText.Code(at)})" : "";
            text.Append("\n**Step** ").Append(MarkdownText.Of(step.Text)).Append(place).Append("  \n");
            if (step.Expected is { } expected) text.Append("**Expected** ").Append(MarkdownText.Of(expected)).Append("  \n");
            if (step.Actual is { } actual) text.Append("**Actual** ").Append(MarkdownText.Of(actual)).Append('\n');
            foreach (var sentence in step.Diagnosis ?? [])
                text.Append("\n**Seen in the browser** ").Append(MarkdownText.Of(sentence)).Append('\n');
        }

        if (scenario.Reason is { } reason) text.Append("\n**Because** ").Append(MarkdownText.Of(reason)).Append('\n');
        text.Append("\n<details><summary>Steps</summary>\n\n");
        foreach (var (index, one) in scenario.Steps.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}. ").Append(MarkdownText.Of(one.Text)).Append(" (")
                .Append(one.Verdict.Text()).Append(")\n");
        }

        return text.Append("\n</details>\n\n").Append(MarkdownText.Code(RerunCommand.Of(run, scenario))).Append('\n').ToString();
    }
}
