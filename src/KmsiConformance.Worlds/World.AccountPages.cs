using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Recipes;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Targets;

namespace KmsiConformance.Worlds;

/// <content>Pages on which users look after their account: visited signed in, on a device that is none of the scenario's.</content>
public sealed partial class World
{
    private const string Owner = "the owner of the account";

    // The password that each user had at first, where a page changed it.
    private readonly Dictionary<string, string> _firstPasswords = new(StringComparer.Ordinal);

    /// <summary>Has a user look at the page that lists their sessions, and notes how many there are besides the one that looks.</summary>
    /// <exception cref="NotSupportedException">The target has no such page.</exception>
    /// <exception cref="TargetException">The page was not shown.</exception>
    public async Task ListSessionsAsync(string user, CancellationToken cancellation)
    {
        var address = Target.Accounts?.SessionsPage
            ?? throw new NotSupportedException("The target has no page that lists sessions.");
        var listed = await AsOwnerAsync(
            user, address,
            browser => Task.FromResult(browser.Count(OfAccount(AccountParts.ListedSession).Selectors)), cancellation);
        Ledger.Append(new SessionsListed(Target.User(user).UserName, listed));
    }

    private async Task DoOnPageAsync(IAccountsFacet accounts, string user, string what, Uri address, CancellationToken cancellation)
    {
        if (what == AccountEvents.PasswordChanged)
        {
            var before = Target.User(user).Password;
            _firstPasswords.TryAdd(user, before);
            await ChangePasswordAsync(accounts, user, address, NewPassword.Make(), cancellation);
            return;
        }

        await AsOwnerAsync(
            user, address, browser => SubmitAsync(browser, new PageEntry([], OfAccount(AccountParts.EndSessions)), cancellation),
            cancellation);
    }

    // What the page says of it may be anything: whether the password is another, a sign-in shows.
    private async Task ChangePasswordAsync(
        IAccountsFacet accounts, string user, Uri address, string password, CancellationToken cancellation)
    {
        var before = Target.User(user).Password;
        var after = await AsOwnerAsync(
            user, address,
            async browser =>
            {
                // What is sent is waited for, also when the run is asked to end: it may change the password all the same.
                var answer = await FillInPasswordsAsync(browser, before, password, CancellationToken.None);
                accounts.Note(user, password);
                return answer;
            },
            cancellation);
        if (await ElsewhereAsync(Owner, browser => IsLetInAsync(browser, user, cancellation), cancellation)) return;
        accounts.Note(user, before);
        throw new TargetException(
            $"{address} did not change the password of {user}: nobody is let in with the new one. “{after.Title}” came when it was sent "
            + $"({after.Message ?? "without a message that the recipe knows"}).");
    }

    // Others come after this world, and find the passwords as they were.
    private async Task PutPasswordsBackAsync()
    {
        if (Target.Accounts is not { IsShared: true } accounts) return;
        foreach (var (user, first) in _firstPasswords)
        {
            if (accounts.PageFor(AccountEvents.PasswordChanged) is not { } address || Target.User(user).Password == first) continue;
            try
            {
                await ChangePasswordAsync(accounts, user, address, first, CancellationToken.None);
            }
            catch (Exception failed) when (failed is SiteUnreachableException or TimeoutException)
            {
                throw new TargetException($"{address} did not change the password of {user} back: {failed.Message}", failed);
            }
        }
    }

    private async Task<PageSnapshot> FillInPasswordsAsync(
        SimulatedBrowser browser, string before, string after, CancellationToken cancellation)
    {
        var (current, wanted, again) = (
            OfAccount(AccountParts.CurrentPassword), OfAccount(AccountParts.NewPassword), OfAccount(AccountParts.NewPasswordAgain));
        var fields = new List<FieldEntry> { new(wanted, after) };
        if (browser.Count(current.Selectors) > 0) fields.Insert(0, new FieldEntry(current, before));
        if (browser.Count(again.Selectors) > 0) fields.Add(new FieldEntry(again, after));
        return await SubmitAsync(browser, new PageEntry(fields, OfAccount(AccountParts.ChangePassword)), cancellation);
    }

    private async Task<T> AsOwnerAsync<T>(
        string user, Uri address, Func<SimulatedBrowser, Task<T>> act, CancellationToken cancellation) => await ElsewhereAsync(
        Owner,
        async browser =>
        {
            if (!await IsLetInAsync(browser, user, cancellation))
                throw new TargetException($"{user} was not let in on another device, to be shown {address}.");
            var page = await browser.OpenAsync(address.AbsoluteUri, _parts.Signs, _parts.PageLimit, cancellation);
            if (page.Status >= 400)
                throw new TargetException($"{address} was answered with {page.Status}. Correct 'page' under 'account-events'.");
            try
            {
                return await act(browser);
            }
            catch (ControlMissingException missing)
            {
                throw new TargetException(
                    $"{address} has no {missing.Control.What} that the recipe knows: '{missing.Control.RecipeKey}' in {RecipeFile}.",
                    missing);
            }
            finally
            {
                await SignOutElsewhereAsync(browser, cancellation);
            }
        },
        cancellation);

    private async Task<bool> IsLetInAsync(SimulatedBrowser browser, string user, CancellationToken cancellation)
    {
        var page = await SignInElsewhereAsync(browser, user, SiteApp.Name, cancellation);
        return page is { AsksForCredentials: false, Interrupt: null, Status: < 400 };
    }

    // What nobody uses any more is in no list either. Where there is no button, the session is over by its time.
    private async Task SignOutElsewhereAsync(SimulatedBrowser browser, CancellationToken cancellation)
    {
        try
        {
            await browser.OpenAsync(
                SiteApp.SignOutPage(new SignOutRequest(new SignOutManner())), _parts.Signs, _parts.PageLimit, cancellation);
            await browser.SubmitAsync(new PageEntry([], SignOutButton), _parts.Signs, _parts.PageLimit, cancellation);
        }
        catch (Exception none) when (none is ControlMissingException or SiteUnreachableException or TimeoutException)
        {
            // Whatever was to be done has been done.
        }
    }

    private Task<PageSnapshot> SubmitAsync(SimulatedBrowser browser, PageEntry entry, CancellationToken cancellation) =>
        browser.SubmitAsync(entry, _parts.Signs, _parts.PageLimit, cancellation);

    private RelyingParty SiteApp => Apps.First(app => app.OnSite is not null);

    private Control OfAccount(string key) => new(key, key, _parts.Signs.OfAccount.GetValueOrDefault(key, []));
}
