using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// A sign-in request whose answer is to go to an address that is not registered ends at the login endpoint: the browser is sent
/// nowhere, neither with a code nor with an error (RFC 6749, 4.1.2.1; RFC 9700, 2.1). It says so: a page that neither is an error page nor
/// came as one may lead on. A SAML app may be answered at the address of its metadata instead (SAML core, 3.4.1).
/// </summary>
/// <param name="app">The app in whose name was asked.</param>
public sealed class AnswerGoesToNobodyElse(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "no-redirect: the login endpoint keeps the browser and sends it nowhere";
        var asked = evidence.Step
            .SkipWhile(happened => happened is not RequestCompleted { Site: KnownSites.Login, Context: "top-level" }).ToList();
        if (asked.Count == 0) return Judgement.CantTell(Expected, "cannot tell: the login endpoint was not asked");
        var isSaml = AppReady.IsSaml(evidence.All, app);
        List<string> apps = [.. evidence.All.OfType<AppReady>().Select(ready => ready.App), app];
        if (asked.OfType<RequestCompleted>().FirstOrDefault(request => request.Context == "top-level"
                && (IsStranger(request.Site) || apps.Contains(request.Site) && !(isSaml && request.Site == app))) is { } elsewhere)
            return Judgement.Of(false, Expected, $"sent-elsewhere: the browser was sent to {elsewhere.Site}");
        if (asked.OfType<AppAnswered>().FirstOrDefault(answered => answered.App == app) is { } answer)
        {
            if (isSaml) return Judgement.Of(true, Expected, $"{app} got {answer.Error ?? answer.Outcome} at the address of its metadata");
            return Judgement.Of(
                false, Expected, $"sent-elsewhere: {app} got {answer.Error ?? answer.Outcome} at an address that it has not registered");
        }

        return asked.OfType<PageShown>().LastOrDefault() switch
        {
            null => Judgement.CantTell(Expected, "cannot tell: no page came to rest"),
            { Kind: PageKinds.Left } left => Judgement.Of(false, Expected, $"sent-elsewhere: the browser was sent to {left.Url}"),
            { Kind: PageKinds.Credentials or PageKinds.SecondFactor or PageKinds.Consent or PageKinds.SelectAccount
                or PageKinds.StaySignedIn or PageKinds.Throttled } asks =>
                Judgement.CantTell(Expected, $"cannot tell: “{asks.Title}” asks first; where a session answers, more would be seen"),
            { } page => LoginStatus.Of(asked) switch
            {
                { Refuses: false, Code: >= 400 and var trouble } =>
                    Judgement.CantTell(Expected, $"cannot tell: {page.Site} answered {trouble}, which says nothing of the request"),
                { Refuses: true } => Judgement.Of(true, Expected, Shown(page)),
                _ when page.Kind == PageKinds.Error => Judgement.Of(true, Expected, Shown(page)),
                _ => Judgement.CantTell(Expected, $"cannot tell: “{page.Title}” is no error page, and may lead on"),
            },
        };
    }

    // The login endpoint may have pages on further hosts, which go by their own names; a stranger's have the stranger's in them.
    private static bool IsStranger(string site) => site.Contains(KnownSites.Stranger, StringComparison.Ordinal);

    private static string Shown(PageShown page) => $"{page.Site} showed “{page.Title}” ({page.Message ?? page.Kind})";
}
