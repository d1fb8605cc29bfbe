using KmsiConformance.Policies;
using KmsiConformance.Reference.Web;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Serving;

/// <summary>A file with the settings of a site without a protocol, checked against <c>scenarios/site.schema.json</c>.</summary>
public static class SiteFile
{
    private const string Box = "keep-me-signed-in";

    // No further can the clock be moved.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly Lazy<SchemaCheck> Schema = new(ReadSchema);

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="SuiteException">
    /// Something in it is wrong, or has no effect; the problems name line, column and the mend.
    /// </exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static WebSettings Read(string path) => File.Exists(path)
        ? Read(YamlFile.Read(path, path))
        : throw new FileNotFoundException(
            $"There is no file {Path.GetFullPath(path)} with the settings of a site. One has lines such as 'session: 20 minutes'; without "
            + "'--site' the site has its standard ones.");

    /// <summary>Reads and checks what such a file says.</summary>
    /// <exception cref="SuiteException">As at the other one.</exception>
    public static WebSettings Read(YamlFile file)
    {
        var problems = Schema.Value.Check(file);
        if (problems.Count > 0) throw new SuiteException(problems);
        var (site, standard) = (file.Root, new WebSettings());
        var sessions = standard.Sessions with
        {
            SessionExpiryInSeconds = (int)(Length(site, SettingsInForce.SessionName) ?? standard.Sessions.Session).TotalSeconds,
            KeepAliveInDays = (int?)Length(site, SettingsInForce.KeepAliveName)?.TotalDays ?? standard.Sessions.KeepAliveInDays,
            SessionExpiryType = site.Find("expiry") is { } expiry
                ? Enum.Parse<ExpiryType>(expiry.Text, ignoreCase: true)
                : standard.Sessions.SessionExpiryType,
            Maximum = Length(site, SettingsInForce.MaximumName),
            KeepAliveMaximum = Length(site, SettingsInForce.KeepAliveMaximumName),
        };
        var settings = standard with
        {
            Sessions = sessions,
            OffersBox = site.Find(Box)?.Text != "hidden",
            CookieParts = site.Find("cookies")?.Number() ?? standard.CookieParts,
            Areas = site.Find("areas") is null ? standard.Areas : site.Texts("areas"),
        };
        DemandEffect(site, settings);
        return settings;
    }

    private static void DemandEffect(YamlValue site, WebSettings settings)
    {
        foreach (var setting in new[] { SettingsInForce.KeepAliveName, SettingsInForce.KeepAliveMaximumName })
        {
            if (!settings.OffersBox && site.Find(setting) is { } idle)
                throw idle.Problem(
                    $"Without a box nobody is kept signed in, and '{setting}' has no effect. Leave it out, or write '{Box}: offered'.");
        }

        Maxima.Check(site, ServedSite.LengthsOf(settings), settings.Sessions.Expiry == ExpiryType.Absolute);
    }

    private static TimeSpan? Length(YamlValue site, string setting)
    {
        if (site.Find(setting) is not { } written) return null;
        var length = Lengths.Read(written);
        return length <= Longest
            ? length
            : throw written.Problem($"'{written.Text}' is longer than the clock can be moved. Expected {Lengths.Words(Longest)} at most.");
    }

    private static SchemaCheck ReadSchema()
    {
        using var resource = typeof(SiteFile).Assembly.GetManifestResourceStream("site.json")!;
        using var reader = new StreamReader(resource);
        return SchemaCheck.Parse(reader.ReadToEnd());
    }
}
