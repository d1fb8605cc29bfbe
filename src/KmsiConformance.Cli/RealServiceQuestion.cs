using System.Text.RegularExpressions;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Cli;

/// <summary>
/// Asks once before a service that looks as if people depended on it is signed in to: it is elsewhere, and its name does not
/// say that it is for tests.
/// </summary>
internal static partial class RealServiceQuestion
{
    /// <summary>Asks where it has to be asked.</summary>
    /// <param name="file">The target file; null for the reference.</param>
    /// <param name="isAnswered">Whether the command line answers with yes.</param>
    /// <exception cref="UserErrorException">The answer is no, or nobody can be asked.</exception>
    public static void Ask(TargetFile? file, bool isAnswered)
    {
        if (isAnswered || file is not { Start: null } || !LooksReal(new Uri(file.Address).Host)) return;
        var users = string.Join(", ", file.Users.Values.Select(user => user.UserName));
        var question = $"{new Uri(file.Address).Host} looks like a service that people depend on. {users} will be signed in and out "
            + "there many times, sometimes with a wrong password.";
        if (Console.IsInputRedirected)
            throw new UserErrorException($"{question} Say --yes where that is meant.");
        Console.Error.Write($"{question} Go on? [y/N] ");
        if (Console.ReadLine()?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
            throw new UserErrorException("Nothing was done.");
    }

    /// <summary>Whether a host is neither this machine nor named after tests.</summary>
    internal static bool LooksReal(string host) => !new Uri($"https://{host}").IsLoopback
        && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        && !host.Split('.').Any(label => ForTests().IsMatch(label))
        && !host.EndsWith(".test", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        "(^|-)(test|testing|tests|dev|develop|development|stage|staging|qa|uat|int|integration|sandbox|preview|demo|ci|nightly|local)"
        + "(-|[0-9]*$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForTests();
}
