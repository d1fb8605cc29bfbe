using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Federation;

/// <summary>The login endpoint asked the identity provider exactly so often (R-008, R-009, R-089 to R-093).</summary>
/// <param name="provider">The identity provider.</param>
/// <param name="purpose"><c>sign-in</c> or <c>sign-out</c>.</param>
/// <param name="times">How often; 0 means not at all.</param>
public sealed class ProviderIsAsked(string provider, string purpose, int times) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{provider} is asked for a {purpose} {Times(times)}";

        // What the browser last did is what is judged: a step of its own, before this one.
        var current = evidence.All.Count == 0 ? 0 : evidence.All[^1].Step;
        var browsed = evidence.All.OfType<RequestCompleted>().Where(request => request.Step < current)
            .Select(request => request.Step).DefaultIfEmpty(0).Max();
        if (browsed == 0) return Judgement.CantTell(expected, "cannot tell: the browser has not done anything so far");

        var asked = evidence.All.OfType<ProviderAsked>()
            .Where(question => question.Step == browsed && question.Provider == provider && question.For == purpose).ToList();
        var how = asked.Count == 0 ? "" : $" ({string.Join(", ", asked.Select(question => question.How))})";
        return Judgement.Of(asked.Count == times, expected, $"it was asked {Times(asked.Count)}{how}");
    }

    private static string Times(int count) => count switch
    {
        0 => "not at all",
        1 => "once",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };
}
