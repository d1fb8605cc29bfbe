using Bogus;

namespace KmsiConformance.Reference;

/// <summary>A local account of the tenant. People sign in with the user name or the e-mail address.</summary>
public sealed record ReferenceUser(
    string UserName, string Password, string ObjectId, string DisplayName, string GivenName, string Surname, string Email)
{
    /// <summary>The key of the user's authenticator app (RFC 6238), which gives one-time codes.</summary>
    public OneTimeCodes Authenticator { get; } = OneTimeCodes.Of(ObjectId);

    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"{UserName} ({ObjectId})";
}

/// <summary>The accounts of the built-in tenant: the same in every run.</summary>
public static class ReferenceUsers
{
    private const int Seed = 20_201_214;

    /// <summary>alice, bob, carol, dave and erin; the password of alice is <c>alice-Sesame-1</c>, and so on.</summary>
    public static IReadOnlyList<ReferenceUser> Standard { get; } = Generate(["Alice", "Bob", "Carol", "Dave", "Erin"]);

    private static List<ReferenceUser> Generate(IReadOnlyList<string> givenNames)
    {
        var faker = new Faker("en") { Random = new Randomizer(Seed) };
        return [.. givenNames.Select(given =>
        {
            var name = given.ToLowerInvariant();
            var surname = faker.Name.LastName();
            return new ReferenceUser(
                name, $"{name}-Sesame-1", faker.Random.Guid().ToString("D"), $"{given} {surname}", given, surname, $"{name}@example.com");
        })];
    }
}
