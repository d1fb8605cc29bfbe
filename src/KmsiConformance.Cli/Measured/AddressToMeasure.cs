using KmsiConformance.Cli.Commands;
using KmsiConformance.Probing.FirstFile;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Measured;

/// <summary>A site of which only an address is given, and an account: a look at its sign-in says the rest.</summary>
internal static class AddressToMeasure
{
    /// <summary>Its target file, as the look shows it.</summary>
    /// <param name="folder">Where the file is written.</param>
    /// <exception cref="UserErrorException">It is no site that can be looked at so.</exception>
    /// <exception cref="KmsiConformance.Targets.TargetException">Nobody is let in.</exception>
    public static async Task<TargetFile> FileAsync(
        MeasureWish wish, Uri address, string folder, PreflightRequest preflight, ScenarioSuite suite, CancellationToken cancellation)
    {
        var users = GivenPairs.Users(wish.Users, suite);
        _ = RecipeChoice.Of(wish.Recipe, suite);
        var recipe = suite.Recipes.ContainsKey(wish.Recipe) ? wish.Recipe : Path.GetFullPath(wish.Recipe);
        TrustOption.Heed(wish.Trust);
        if (await Discovery.AtAsync(address, cancellation) is not null)
            throw new UserErrorException(
                $"{address} speaks OpenID Connect, and only apps that are registered can sign anybody in there: let 'kmsi probe' write a "
                + "target file, and measure with --target.");
        var path = Path.Combine(folder, $"{address.Host}.yaml");
        await FirstLook.WriteAsync(
            path, seen => new FirstSiteFile(address, users, recipe).Text(seen) + TrustOption.Line(wish.Trust, folder),
            "Give the address of a page that needs a sign-in, or of the sign-in page itself, and the right password; 'kmsi recipe try' "
            + "shows what the recipe finds there.", wish.Yes, preflight, suite, cancellation);
        return new TargetFileReader(suite).Read(path);
    }
}
