using KmsiConformance.Probing.FirstFile;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli.Commands;

/// <summary>Options of the form NAME=VALUE, of which accounts and client ids are told.</summary>
internal static class GivenPairs
{
    /// <summary>The accounts: each gets the next name of the cast, unless it is called so already.</summary>
    /// <exception cref="UserErrorException">There is none, or too many, or a secret stands there itself.</exception>
    public static IReadOnlyList<FirstUser> Users(IReadOnlyList<string> given, ScenarioSuite suite)
    {
        if (given.Count == 0)
            throw new UserErrorException("Somebody has to sign in: expected --user NAME=env:VARIABLE, with the password in that variable.");
        var users = new List<FirstUser>();
        var accounts = Of("--user", given);
        foreach (var (name, where) in accounts)
        {
            Reference("--user", name, where);
            var cast = suite.Users.FirstOrDefault(known => known == name)
                ?? suite.Users.FirstOrDefault(known => users.TrueForAll(user => user.Name != known) && !accounts.ContainsKey(known))
                ?? throw new UserErrorException($"Scenarios know {suite.Users.Count} users and no more. Leave out --user {name}=….");
            users.Add(new FirstUser(cast, name, where));
        }

        return users;
    }

    /// <summary>The pairs of an option.</summary>
    /// <exception cref="UserErrorException">One is no pair, or comes twice.</exception>
    public static Dictionary<string, string> Of(string option, IReadOnlyList<string> given)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in given)
        {
            // A name may hold the sign itself; what follows the last one is the reference, and is not repeated if it is none.
            var at = one.LastIndexOf('=');
            if (at <= 0 || at == one.Length - 1)
                throw new UserErrorException($"{option}: expected NAME=VALUE, with something on both sides.");
            if (!pairs.TryAdd(one[..at], one[(at + 1)..])) throw new UserErrorException($"{option}: {one[..at]} is given twice.");
        }

        return pairs;
    }

    /// <summary>Refuses a secret that stands there itself.</summary>
    /// <exception cref="UserErrorException">It is no reference.</exception>
    public static void Reference(string option, string name, string where)
    {
        if (!where.StartsWith("env:", StringComparison.Ordinal) && !where.StartsWith("file:", StringComparison.Ordinal))
            throw new UserErrorException(
                $"{option} {name}=…: secrets never stand on a command line, where everybody sees them. Expected env:NAME or "
                + "file:PATH. If a secret stood there, change it.");
    }
}
