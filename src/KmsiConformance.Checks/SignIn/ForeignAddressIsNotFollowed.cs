using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// A sign-in page that was told to lead to another site afterwards takes the credentials and leads nowhere else. Which page of
/// its own it shows is its affair. That it knows the parameter was seen before: one that it does not know proves nothing.
/// </summary>
/// <param name="parameter">The parameter that says where to lead.</param>
public sealed class ForeignAddressIsNotFollowed(string parameter) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "no-redirect: the site takes the credentials and keeps the browser";
        if (!IsUsed(evidence))
            return Judgement.CantTell(
                Expected,
                $"cannot tell: the site itself was never seen to use the parameter {parameter}; where it never does, leave "
                + "'return-parameter' out of the target file");
        var afterwards = evidence.Step.SkipWhile(happened => happened is not CredentialsPosted).ToList();

        // Whoever is signed in already may be led on at once.
        if (afterwards.Count == 0 && IsSignedIn(evidence)) afterwards = [.. evidence.Step];
        if (afterwards.Count == 0) return Judgement.CantTell(Expected, "cannot tell: no page asked for credentials");
        var wasAsked = afterwards.OfType<CredentialsPosted>().Any();
        if (afterwards.OfType<RequestCompleted>().FirstOrDefault(request =>
                request.Context == "top-level" && request.Site != KnownSites.Login) is { } stranger)
            return Judgement.Of(false, Expected, $"sent-elsewhere: the browser was sent to {stranger.Site}");
        return afterwards.OfType<PageShown>().LastOrDefault() switch
        {
            null => Judgement.CantTell(Expected, "cannot tell: no page came to rest"),
            { Kind: PageKinds.Left } left => Judgement.Of(false, Expected, $"sent-elsewhere: the browser was sent to {left.Url}"),
            { Kind: PageKinds.Protected } page => Judgement.Of(true, Expected, $"{page.Site} showed “{page.Title}”"),
            _ when !wasAsked => Judgement.CantTell(Expected, "cannot tell: no page asked for credentials"),
            { Kind: PageKinds.Credentials or PageKinds.SecondFactor } asks =>
                Judgement.CantTell(Expected, $"cannot tell: the credentials were not accepted, and “{asks.Title}” asks again"),
            { } page => Judgement.Of(true, Expected, $"{page.Site} showed “{page.Title}” ({page.Message ?? page.Kind})"),
        };
    }

    private static bool IsSignedIn(Evidence evidence) =>
        evidence.All.Except(evidence.Step).OfType<PageShown>().LastOrDefault() is { Kind: PageKinds.Protected }
        && StoredCookies.Of(evidence, new MeantCookie(CookieRoles.Session)).Count > 0;

    // In an address to which the site sent the browser by itself, before this step told it one.
    private bool IsUsed(Evidence evidence) => evidence.All.Except(evidence.Step).OfType<RequestCompleted>().Any(request =>
        request.Site == KnownSites.Login && request.Location is { } address
        && address.Split('?', '&').Skip(1).Any(one => one.StartsWith(parameter + "=", StringComparison.OrdinalIgnoreCase)));
}
