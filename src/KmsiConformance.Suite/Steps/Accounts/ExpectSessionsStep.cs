using System.Globalization;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Accounts;

/// <summary>Has a user look, on another device, at the page that lists their sessions.</summary>
/// <param name="Number">How many there must be besides the one that looks.</param>
public sealed record ExpectSessionsStep(StepPlace Place, string User, int Number) : Step(Place), IStepKind<ExpectSessionsStep>
{
    public static string Verb => "expect-sessions";

    public override IEnumerable<UsedName> Names => Used((NameKind.User, User, "user"));

    public static ExpectSessionsStep Read(StepSource source) =>
        new(source.Place, source.Value.Get("user").Text, source.Value.Get("number").Number());

    public override string Text(string profile) => string.Create(
        CultureInfo.InvariantCulture, $"{User} looks on another device at the list of their sessions → {Number} besides that one");

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (!scenario.Apps.Values.Any(app => app.IsSite))
            yield return "Only sites that speak no protocol are asked for their list of sessions. Leave it out, or take the profile web.";
    }
}
