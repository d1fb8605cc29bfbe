using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>The protected page of a web app, and the pages of its sign-in.</summary>
internal sealed class SignInPages(AppSite site)
{
    private readonly CodeFlow _flow = new(site);
    private readonly AttemptCookies _attempts = new(site.Options.Place.Callback);

    /// <summary>The flow behind the pages.</summary>
    public CodeFlow Flow => _flow;

    /// <summary>Serves the protected page from the app's own session, or sends the browser to the login endpoint.</summary>
    public async Task VisitAsync(HttpContext context)
    {
        // What is to be misused, or refused, has to be asked for, whether or not the app knows the visitor.
        var visit = AppVisit.Of(context.Request.Query);
        var session = _flow is { NextMisuse: null, NextByBasic: false } && visit.RedirectUri is null ? site.Use(context) : null;
        site.Ledger.Append(new AppVisited(site.Name, session is not null));
        if (session is not null)
        {
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Signed in", $"Welcome back, {session.Subject}."));
            return;
        }

        var redirectUri = visit.RedirectUri is { } written ? ReturnAddress.OfAnswer(written, site) : site.RedirectUri;
        var (attempt, endpoint, request) = await _flow.RequestAsync(visit, redirectUri);
        _attempts.Remember(context, attempt.State);
        if (visit.ByForm) await AppSite.PageAsync(context, AppPages.Post(endpoint, request));
        else context.Response.Redirect(QueryHelpers.AddQueryString(endpoint, request));
    }

    /// <summary>Takes the login endpoint's answer: a code that becomes a session, or an error.</summary>
    /// <param name="mode">How it came, by the words of response_mode.</param>
    /// <param name="parameter">Reads a parameter of the answer, from wherever it came.</param>
    public async Task AnswerAsync(HttpContext context, string mode, Func<string, string?> parameter)
    {
        if (mode != site.Options.ResponseMode)
        {
            // An app listens where it asked to be answered, and nowhere else (Multiple Response Types, 2.1).
            var because = $"the answer came by {mode}, and {site.Options.ResponseMode} was asked for";
            site.Ledger.Append(new AppAnswered(site.Name, AnswerOutcomes.Error, AnswerOutcomes.CameElsewhere, because, StateMatches: true));
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Not signed in", "The answer came another way than was asked for."));
            return;
        }

        var attempt = _flow.Take(parameter("state") ?? "", state => AttemptCookies.IsThisBrowsers(context, state));
        if (attempt is not null) _attempts.Forget(context, attempt.State);
        if (_flow.Refusal(attempt, parameter) is { } why)
        {
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Not signed in", why));
            return;
        }

        if (await _flow.RedeemAsync(attempt!, parameter("code") ?? "") is not { } session)
        {
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Not signed in", "The tokens cannot be accepted."));
            return;
        }

        site.Cookie.Set(context, site.Sessions.Begin(session));
        _flow.Began(session);
        context.Response.Redirect(AppOptions.WelcomePath);
    }
}
