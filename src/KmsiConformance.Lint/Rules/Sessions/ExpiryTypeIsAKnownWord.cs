using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>Anything else is refused, with the capitals as they are.</summary>
internal sealed class ExpiryTypeIsAKnownWord() : FileRule(
    "KMSI035", Severity.Error, "SessionExpiryType is Rolling or Absolute.",
    ["R-022", "R-072"], Documents.All + "; " + Documents.Schema, "Relying party file; Configure session behavior (2020)")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from type in file.Behavior("SessionExpiryType")
        where type.Text is not ("Rolling" or "Absolute") && !type.Text.IsPlaceholder()
        select Found(type.At, $"SessionExpiryType is {type.Text.Quote()}.", "Write Rolling or Absolute, with a capital letter.");
}
