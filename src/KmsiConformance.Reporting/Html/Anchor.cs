using System.Globalization;
using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>Ids of elements that can be linked to: <c>report.html#lifetime/ticked-ends-on-the-day</c>.</summary>
public static class Anchor
{
    /// <summary>The scenario's card; its id, with anything but letters, digits, <c>/ . _ -</c> written as a number.</summary>
    public static string Of(ScenarioRecord scenario) => Safe(scenario.Id);

    /// <summary>A step of a scenario, from 1.</summary>
    public static string Of(ScenarioRecord scenario, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{Safe(scenario.Id)}:step-{step}");

    /// <summary>The group of scenarios with one verdict.</summary>
    public static string Of(Verdict verdict) => "verdict:" + verdict.Text();

    /// <summary>A requirement's row.</summary>
    public static string OfRequirement(string id) => "requirement:" + Safe(id);

    /// <summary>A scenario's card, from its id alone.</summary>
    public static string OfScenario(string id) => Safe(id);

    private static string Safe(string id)
    {
        var safe = new StringBuilder(id.Length);
        foreach (var letter in id)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-') safe.Append(letter);
            else safe.Append(CultureInfo.InvariantCulture, $"~{(int)letter:x}~");
        }
        return safe.ToString();
    }
}
