using System.Globalization;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SignIn;

/// <summary>Looks at the target's sign-in log.</summary>
/// <param name="Code">The error code; 0 for success.</param>
/// <param name="Times">How many rows with that code there must be since the scenario began.</param>
/// <param name="User">Only rows of this user; null for all.</param>
public sealed record ExpectLogStep(StepPlace Place, int Code, int Times, string? User) : Step(Place), IStepKind<ExpectLogStep>
{
    public static string Verb => "expect-log";

    public override IEnumerable<UsedName> Names => Used((NameKind.User, User, "user"));

    public static ExpectLogStep Read(StepSource source) => new(
        source.Place, source.Value.Get("code").Number(), source.Find("times")?.Number() ?? 1, source.Find("user")?.Text);

    public override string Text(string profile) => string.Create(
        CultureInfo.InvariantCulture,
        $"the sign-in log has {Times} {(Times == 1 ? "entry" : "entries")} {Code}{(User is null ? "" : $" of {User}")}");
}
