using System.Globalization;
using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>Days have no unit and no fraction.</summary>
internal sealed class KeepAliveInDaysIsAWholeNumber() : FileRule(
    "KMSI036", Severity.Error, "KeepAliveInDays is a whole number.",
    ["R-041", "R-073"], Documents.All + "; " + Documents.Schema, "Relying party file")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from days in file.SingleSignOn("KeepAliveInDays")
        where !int.TryParse(
            days.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out _)
            && !days.Value.IsPlaceholder()
        select Found(
            days.At, $"KeepAliveInDays is {days.Value.Quote()}.",
            "Write a whole number of days without a unit, for example KeepAliveInDays=\"7\".");
}
