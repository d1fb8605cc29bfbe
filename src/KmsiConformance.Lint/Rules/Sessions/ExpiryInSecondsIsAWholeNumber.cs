using System.Globalization;
using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>Seconds have no unit and no fraction.</summary>
internal sealed class ExpiryInSecondsIsAWholeNumber() : FileRule(
    "KMSI037", Severity.Error, "SessionExpiryInSeconds is a whole number.",
    ["R-020", "R-072"], Documents.All + "; " + Documents.Schema, "Relying party file")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from seconds in file.Behavior("SessionExpiryInSeconds")
        where !int.TryParse(seconds.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            && !seconds.Text.IsPlaceholder()
        select Found(
            seconds.At, $"SessionExpiryInSeconds is {seconds.Text.Quote()}.",
            "Write a whole number of seconds without a unit, for example 1200.");
}
