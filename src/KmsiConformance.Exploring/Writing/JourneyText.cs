using System.Globalization;
using System.Text;
using KmsiConformance.Exploring.Journeys;

namespace KmsiConformance.Exploring.Writing;

/// <summary>A journey as the text of a scenario, which is what is played: nothing else is ever run.</summary>
/// <param name="Text">The YAML.</param>
/// <param name="Steps">For each step of the text: the act it belongs to, and from which requirements it follows.</param>
internal sealed record JourneyText(string Text, IReadOnlyList<(int Act, IReadOnlyList<string> Because)> Steps)
{
    /// <summary>Writes a journey.</summary>
    /// <param name="title">What holds when it passes.</param>
    /// <param name="comments">Lines of comment at the top.</param>
    public static JourneyText Of(Journey journey, string title, IEnumerable<string> comments) => Of(journey, title, comments, null);

    /// <summary>Writes a journey up to one of its steps, which is what it is about.</summary>
    /// <param name="last">The number of that step, from 0, and what it violates; null writes the whole journey.</param>
    public static JourneyText Of(
        Journey journey, string title, IEnumerable<string> comments, (int Step, IReadOnlyList<string> Because)? last)
    {
        var steps = journey.Acts
            .SelectMany((played, index) => StepText.Of(journey, played).Select(step => (Act: index, step.Line, step.Because)))
            .Take(last?.Step + 1 ?? int.MaxValue).ToList();
        IReadOnlyList<string> assessed = last is null
            ? [.. steps.SelectMany(step => step.Because).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : last.Value.Because;
        var text = new StringBuilder();
        foreach (var comment in comments) text.Append("# ").Append(comment).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"title: \"{title.Replace('"', '\'')}\"\n")
            .Append(CultureInfo.InvariantCulture, $"requirements: [{string.Join(", ", assessed)}]\n")
            .Append(CultureInfo.InvariantCulture, $"profiles: [{journey.Ground.Profile}]\n")
            .Append(SettingsText.Of(journey))
            .Append("steps:\n");
        foreach (var (_, line, _) in steps) text.Append("  - ").Append(line).Append('\n');
        return new JourneyText(text.ToString(), [.. steps.Select(step => (step.Act, step.Because))]);
    }
}
