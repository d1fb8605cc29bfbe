using KmsiConformance.Policies;
using KmsiConformance.Suite;

namespace KmsiConformance.Tests;

/// <summary>The ids of the B2C profiles, for tests that are about one of them.</summary>
internal static class B2cProfile
{
    public const string September2016 = "b2c-2016-09";
    public const string August2018 = "b2c-2018-08";
    public const string December2018 = "b2c-2018-12";
    public const string December2020 = "b2c-2020-12";

    /// <summary>The profile that judges where none is named.</summary>
    public const string Default = December2020;

    public static IReadOnlyList<string> All { get; } = [September2016, August2018, December2018, December2020];

    public static IReadOnlyList<string> Until2018 { get; } = [September2016, August2018, December2018];
}

/// <summary>The profiles as the scenarios folder has them.</summary>
internal static class KnownProfiles
{
    public const string AzureAdJune2020 = "aad-2020-06";
    public const string OpenIdConnect = "oidc";

    private static readonly Lazy<IReadOnlyList<Profile>> Loaded =
        new(() => SuiteLoader.Profiles(Suite.Repository.Scenarios));

    /// <summary>The one that judges where none is named.</summary>
    public static Readings Default => Readings(B2cProfile.Default);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Readings> All => [.. Loaded.Value.Select(profile => profile.Readings)];

    /// <summary>Those of B2C.</summary>
    public static IReadOnlyList<Readings> B2c => [.. All.Where(readings => readings.Product == LoginProduct.B2c)];

    /// <summary>The readings of a profile.</summary>
    public static Readings Readings(string id) => All.First(readings => readings.Profile == id);
}
