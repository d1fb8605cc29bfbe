namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Deletes a cookie from the browser's store.</summary>
public sealed record DeleteCookieStep(StepPlace Place, CookieName Cookie) : CookieStep(Place, Cookie), IStepKind<DeleteCookieStep>
{
    public static string Verb => "delete-cookie";

    public static DeleteCookieStep Read(StepSource source) => new(source.Place, CookieName.Read(source.Value));

    public override string Text(string profile) => $"delete {Cookie}";
}
