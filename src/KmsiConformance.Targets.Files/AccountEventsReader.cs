using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads how a target is told of what happens to its accounts.</summary>
internal static class AccountEventsReader
{
    /// <summary>Reads them; none where the file has none.</summary>
    /// <exception cref="Suite.SuiteException">A call or a command cannot bring it about.</exception>
    public static IReadOnlyDictionary<string, AccountHook> Read(YamlValue root, StartCommand? start)
    {
        if (root.Find("account-events") is not { } events) return new Dictionary<string, AccountHook>(StringComparer.Ordinal);
        var isSite = root.Get("protocol").Text == "none";
        var read = events.Entries.ToDictionary(entry => entry.Key, entry => Hook(entry.Key, entry.Value, isSite), StringComparer.Ordinal);
        if (read.ContainsKey(AccountEvents.Disabled) && !read.ContainsKey(DeclaredAccounts.Enabled) && start?.Fresh != Freshness.Scenario)
            throw events.Get(AccountEvents.Disabled).Problem(
                $"The next scenario finds the account disabled. Expected '{DeclaredAccounts.Enabled}' beside it, which undoes it"
                + $"{(start is null ? "." : ", or 'fresh: scenario' under 'start'.")}");
        return read;
    }

    private static AccountHook OnPage(string what, YamlValue page, bool isSite)
    {
        if (!isSite)
            throw page.Problem(
                "Pages of accounts are opened at sites that speak no protocol ('protocol: none'). Expected a call or a command.");
        return what is AccountEvents.PasswordChanged or AccountEvents.SessionsRevoked
            ? new AccountHook { Page = page.Text }
            : throw page.Problem(
                $"No user brings about on a page that their account is {what}: expected a call or a command. A page changes the password "
                + $"({AccountEvents.PasswordChanged}) or ends sessions ({AccountEvents.SessionsRevoked}).");
    }

    private static AccountHook Hook(string what, YamlValue hook, bool isSite)
    {
        if (hook.Find("page") is { } page) return OnPage(what, page, isSite);
        var read = hook.Find("command") is { } command
            ? new AccountHook { Command = [.. command.Items.Select(word => word.Text)] }
            : new AccountHook
            {
                Method = hook.Find("method")?.Text ?? "POST",
                Address = hook.Get("address").Text,
                Body = hook.Find("body")?.Text,
                ContentType = hook.Find("content-type")?.Text ?? "application/json",
                Headers = hook.Find("headers")?.Entries
                    .ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.OrdinalIgnoreCase) ?? [],
            };
        if (!read.Text.Contains(AccountHook.User, StringComparison.Ordinal))
            throw hook.Problem($"It says no account: expected {AccountHook.User} in it.");
        return what == AccountEvents.PasswordChanged != read.Text.Contains(AccountHook.NewPassword, StringComparison.Ordinal)
            ? throw hook.Problem(
                what == AccountEvents.PasswordChanged
                    ? $"It says no password: expected {AccountHook.NewPassword} in it."
                    : $"There is no {AccountHook.NewPassword} when an account is {what}: only {AccountEvents.PasswordChanged} has one.")
            : read;
    }
}
