using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps.SinglePage;

/// <summary>Tells the pages of a single-page app what to do, and records what they say.</summary>
internal sealed class SinglePageCommands(AppSite site, CodeFlow flow, LogoutFlow logout)
{
    private readonly ConcurrentDictionary<string, SignInAttempt> _exchanging = new(StringComparer.Ordinal);

    /// <summary>Answers a page that asks what to do.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var said = new PageReport(
            form["role"].ToString(), new Uri(form["address"].ToString()), form["stored"].ToString(),
            form.TryGetValue("exchanged", out var exchanged)
                ? exchanged.ToString()
                : null);
        var commands = said.Role switch
        {
            SinglePageApp.Visit => await VisitAsync(said),
            SinglePageApp.Answer => await AnswerAsync(said),
            SinglePageApp.Renewal => await RenewAsync(),
            SinglePageApp.Renewed => await RenewedAsync(said),
            SinglePageApp.Refresh => await RefreshAsync(said),
            SinglePageApp.SignOut => await SignOutAsync(said),
            _ => new PageCommands { Show = "Nothing to do." },
        };
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(commands.ToJson());
    }

    private async Task<PageCommands> VisitAsync(PageReport said)
    {
        var isSignedIn = StoredTokens.Read(said.Stored, site.Surroundings.Login) is { } session
            && session.ExpiresAt > site.Clock.GetUtcNow();
        site.Ledger.Append(new AppVisited(site.Name, isSignedIn));
        if (isSignedIn) return new PageCommands { Show = "Signed in. Welcome back." };
        var visit = AppVisit.Of(new QueryCollection(QueryHelpers.ParseQuery(said.Address.Query)));
        return new PageCommands { Go = (await flow.BeginAsync(visit, site.RedirectUri)).Address };
    }

    private async Task<PageCommands> AnswerAsync(PageReport said)
    {
        if (said.Exchanged is { } exchanged)
        {
            if (await ExchangedAsync(said, exchanged) is not { } session)
                return new PageCommands { Show = "The tokens cannot be accepted." };
            flow.Began(session);
            return new PageCommands { Store = Stored(session), Show = "You have just signed in." };
        }

        var attempt = flow.Take(said.Parameter("state") ?? "", _ => true);
        return flow.Refusal(attempt, said.Parameter) is { } why ? new PageCommands { Show = why } : await ExchangeAsync(said, attempt!);
    }

    private async Task<PageCommands> RenewAsync() =>
        new()
        {
            Frame = (await flow.BeginAsync(new AppVisit(Prompt: "none"), site.Surroundings.Origin + SinglePageApp.SilentPath)).Address,
            Show = "Signed in.",
        };

    private async Task<PageCommands> RenewedAsync(PageReport said)
    {
        if (said.Exchanged is { } exchanged)
        {
            var session = await ExchangedAsync(said, exchanged);
            site.Ledger.Append(session is null ? new AppRenewed(site.Name, AnswerOutcomes.Error, "tokens-refused")
                : new AppRenewed(site.Name, AnswerOutcomes.Renewed, null));
            return session is null ? new PageCommands() : new PageCommands { Store = Stored(session) };
        }

        var attempt = flow.Take(said.Parameter("state") ?? "", _ => true);
        if (attempt is not null && said.Parameter("error") is null) return await ExchangeAsync(said, attempt);
        site.Ledger.Append(new AppRenewed(site.Name, AnswerOutcomes.Error, attempt is null ? "state-mismatch" : said.Parameter("error")));
        return new PageCommands();
    }

    private async Task<PageCommands> RefreshAsync(PageReport said)
    {
        var login = site.Surroundings.Login;
        if (StoredTokens.Read(said.Stored, login) is not { } session || StoredTokens.RefreshToken(said.Stored) is not { } token)
            return new PageCommands { Show = "There is no refresh token." };
        if (said.Exchanged is not { } answer)
            return new PageCommands
            {
                Post = new PageCommands.Call(await login.MetadataAsync("token_endpoint"), flow.Refresh.Form(token)),
            };

        flow.Refresh.Kept = token;
        if (await flow.Refresh.TakeAsync(login, answer) is not { } idToken) return new PageCommands { Show = "The tokens are too old." };
        return new PageCommands
        {
            Store = Stored(session with
            {
                IdToken = idToken.Length > 0 ? idToken : session.IdToken, ExpiresAt = site.Clock.GetUtcNow() + site.Options.Session,
            }),
            Show = "Signed in.",
        };
    }

    private string Stored(AppSession session) => StoredTokens.Write(session, flow.Refresh.Kept);

    private async Task<PageCommands> SignOutAsync(PageReport said)
    {
        var ended = StoredTokens.Read(said.Stored, site.Surroundings.Login);
        if (ended is not null) site.Ledger.Append(new AppSessionEnded(site.Name, "sign-out"));
        var key = QueryHelpers.ParseQuery(said.Address.Query).TryGetValue(LogoutFlow.As, out var value) ? value.ToString() : null;
        var (endpoint, parameters) = await logout.LogoutAsync(logout.Asked(key), ended);
        return new PageCommands { Forget = true, Go = QueryHelpers.AddQueryString(endpoint, parameters) };
    }

    private async Task<PageCommands> ExchangeAsync(PageReport said, SignInAttempt attempt)
    {
        _exchanging[attempt.State] = attempt;
        return new PageCommands
        {
            Post = new PageCommands.Call(
                await attempt.Login.MetadataAsync("token_endpoint"), flow.ExchangeForm(attempt, said.Parameter("code") ?? "")),
        };
    }

    private async Task<AppSession?> ExchangedAsync(PageReport said, string answer) =>
        _exchanging.TryRemove(said.Parameter("state") ?? "", out var attempt)
            ? await flow.AcceptAsync(attempt, said.Parameter("code") ?? "", answer)
            : null;
}
