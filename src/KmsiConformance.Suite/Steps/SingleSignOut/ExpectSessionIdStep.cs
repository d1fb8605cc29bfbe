using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.SingleSignOut;

/// <summary>Looks at whether the last notification of an app names the session that ended.</summary>
/// <param name="IsOfIssuer">Whether it is only looked at whose notification it says it is.</param>
public sealed record ExpectSessionIdStep(StepPlace Place, string App, bool IsOfIssuer) : Step(Place), IStepKind<ExpectSessionIdStep>
{
    public static string Verb => "expect-session-id";

    public override IEnumerable<UsedName> Names => Used((NameKind.App, App, "app"));

    public static ExpectSessionIdStep Read(StepSource source) => new(source.Place, source.App, source.Find("iss") is not null);

    public override string Text(string profile) => IsOfIssuer
        ? $"{App} was told of a sign-out by the issuer of its tokens"
        : $"{App} was told which session ended";
}
