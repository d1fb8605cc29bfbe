using System.Globalization;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SingleSignOut;

/// <summary>Looks at who was told of the last sign-out.</summary>
/// <param name="App">The app; null looks at all apps: those that take part once each, and no other.</param>
/// <param name="Times">How often it was told, by profile, as a number.</param>
public sealed record ExpectNotifiedStep(StepPlace Place, string? App, ByProfile<string> Times) : Step(Place), IStepKind<ExpectNotifiedStep>
{
    public static string Verb => "expect-notified";

    public override ByProfile<string> Expected => Times;

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ExpectNotifiedStep Read(StepSource source) =>
        new(source.Place, source.Find("app")?.Text, StepSource.Expectation(source.Find("times"), "1"));

    public override string Text(string profile) => App is null
        ? "every app of the session was told once, and no other"
        : Demanded(profile) switch
        {
            0 => $"{App} was not told of the sign-out",
            1 => $"{App} was told of the sign-out once",
            var times => string.Create(CultureInfo.InvariantCulture, $"{App} was told of the sign-out {times} times"),
        };

    /// <summary>How often under a profile.</summary>
    public int Demanded(string profile) => int.Parse(Times.For(profile), CultureInfo.InvariantCulture);
}
