using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// A sign-in page that was told to lead to another site afterwards takes the credentials and leads nowhere else. Which page of
/// its own it shows is its affair.
/// </summary>
public sealed class ForeignAddressIsNotFollowed : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "no-redirect: the site takes the credentials and keeps the browser";
        var afterwards = evidence.Step.SkipWhile(happened => happened is not CredentialsPosted).ToList();
        if (afterwards.Count == 0) return Judgement.CantTell(Expected, "cannot tell: no page asked for credentials");
        if (afterwards.OfType<RequestCompleted>().FirstOrDefault(request =>
                request.Context == "top-level" && request.Site != KnownSites.Login) is { } stranger)
            return Judgement.Of(false, Expected, $"sent-elsewhere: the browser was sent to {stranger.Site}");
        return afterwards.OfType<PageShown>().LastOrDefault() switch
        {
            null => Judgement.CantTell(Expected, "cannot tell: no page came to rest"),
            { Kind: PageKinds.Left } left => Judgement.Of(false, Expected, $"sent-elsewhere: the browser was sent to {left.Url}"),
            { Kind: PageKinds.Credentials or PageKinds.SecondFactor } asks =>
                Judgement.CantTell(Expected, $"cannot tell: the credentials were not accepted, and “{asks.Title}” asks again"),
            { } page => Judgement.Of(true, Expected, $"{page.Site} showed “{page.Title}” ({page.Message ?? page.Kind})"),
        };
    }
}
