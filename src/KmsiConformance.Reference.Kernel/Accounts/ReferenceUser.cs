using System.Globalization;
using Bogus;

namespace KmsiConformance.Reference.Kernel.Accounts;

/// <summary>A local account of the tenant. People sign in with the user name or the e-mail address.</summary>
public sealed record ReferenceUser(
    string UserName, string Password, string ObjectId, string DisplayName, string GivenName, string Surname, string Email)
{
    /// <summary>The key of the user's authenticator app (RFC 6238), which gives one-time codes.</summary>
    public OneTimeCodes Authenticator { get; } = OneTimeCodes.Of(ObjectId);

    /// <summary>Whether an administrator has closed the account.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"{UserName} ({ObjectId})";
}

/// <summary>The accounts of the built-in tenant: the same in every run.</summary>
public static class ReferenceUsers
{
    // Without those that look alike: people type them.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    // Written out: making names needs a large file of them, which would be read at every start.
    /// <summary>alice, bob, carol, dave and erin; the password of alice is <c>alice-Sesame-1</c>, and so on.</summary>
    public static IReadOnlyList<ReferenceUser> Standard { get; } =
    [
        Known("Alice", "Gulgowski", "c7479e7b-8058-7bac-1b56-e981ef276035"),
        Known("Bob", "Bode", "f77102a3-f450-4aa1-cc4f-797e2b99a656"),
        Known("Carol", "Robel", "d055720a-e813-ae91-4df5-c44f675a1f7e"),
        Known("Dave", "Baumbach", "e66e9866-a92a-7da6-8b30-33fcefbd422b"),
        Known("Erin", "Roob", "cfdfed1d-198f-49e0-02ff-dcfa65f559ff"),
    ];

    /// <summary>Made-up accounts: the same for the same seed, and more of them begin with the same ones.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Decides names, addresses, object ids and passwords.</param>
    public static IReadOnlyList<ReferenceUser> Made(int count, int seed)
    {
        var faker = new Faker("en") { Random = new Randomizer(seed) };
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. Enumerable.Range(0, count).Select(_ => Make(faker, taken))];
    }

    // The e-mail domain is one that nobody can own (RFC 2606).
    private static ReferenceUser Make(Faker faker, HashSet<string> taken)
    {
        var (given, surname) = (faker.Name.FirstName(), faker.Name.LastName());
        var plain = string.Concat($"{given}.{surname}".Where(c => char.IsAsciiLetter(c) || c == '.')).ToLowerInvariant();
        var name = plain;
        for (var next = 2; !taken.Add(name); next++) name = string.Create(CultureInfo.InvariantCulture, $"{plain}{next}");
        var password = $"{faker.Random.String2(4, Letters)}-{faker.Random.String2(4, Letters)}-{faker.Random.String2(4, Digits)}";
        return new ReferenceUser(
            name, password, faker.Random.Guid().ToString("D"), $"{given} {surname}", given, surname, $"{name}@example.com");
    }

    private static ReferenceUser Known(string given, string surname, string objectId)
    {
        var name = given.ToLowerInvariant();
        return new ReferenceUser(name, $"{name}-Sesame-1", objectId, $"{given} {surname}", given, surname, $"{name}@example.com");
    }
}
