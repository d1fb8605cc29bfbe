using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// What one instance of a target puts in the places of its file: <c>{port:NAME}</c> a free port, the same wherever the
/// name stands; <c>{password:USER}</c> and <c>{client-secret:APP}</c> a secret by the name that scenarios use;
/// <c>{certificate:APP}</c> the certificate with which a SAML app signs, as metadata has it (base64 of DER).
/// </summary>
public sealed partial class Places : IDisposable
{
    private readonly Dictionary<string, ReservedPort> _ports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _passwords;
    private readonly Dictionary<string, AuthenticatorApp> _authenticators;
    private readonly Dictionary<string, string> _clientSecrets;
    private readonly Dictionary<string, X509Certificate2> _certificates;

    /// <summary>Finds the secrets of an instance.</summary>
    /// <exception cref="TargetException">One is not there.</exception>
    public Places(TargetFile file)
    {
        _passwords = file.Users.ToDictionary(user => user.Key, user => user.Value.Password.Find(), StringComparer.Ordinal);
        _clientSecrets = file.Apps.Where(app => app.Value.ClientSecret is not null)
            .ToDictionary(app => app.Key, app => app.Value.ClientSecret!.Find(), StringComparer.Ordinal);
        _certificates = file.Apps.Where(app => app.Value.IsSaml).ToDictionary(
            app => app.Key, app => app.Value.SigningKey is { } key ? SigningKey.Read(key) : SamlAppKey.Certificate, StringComparer.Ordinal);
        _authenticators = file.Users.Where(user => user.Value.OneTimeCode is not null)
            .ToDictionary(user => user.Key, user => AuthenticatorApp.Of(user.Value.OneTimeCode!), StringComparer.Ordinal);
        Secrets.Declare(
            _passwords.Values.Concat(_clientSecrets.Values).Concat(_authenticators.Values.Select(known => known.Secret)));
    }

    /// <summary>A user's password.</summary>
    public string Password(string user) => _passwords[user];

    /// <summary>The app in which a user sees one-time codes; null for one who has none.</summary>
    public AuthenticatorApp? Authenticator(string user) => _authenticators.GetValueOrDefault(user);

    /// <summary>An app's secret; null for a public client.</summary>
    public string? ClientSecret(string app) => _clientSecrets.GetValueOrDefault(app);

    /// <summary>With whose key a SAML app signs; null for an app that speaks no SAML.</summary>
    public X509Certificate2? Certificate(string app) => _certificates.GetValueOrDefault(app);

    /// <summary>Its ports are anybody's again.</summary>
    public void Dispose()
    {
        foreach (var port in _ports.Values) port.Dispose();
    }

    /// <summary>The text with its places filled.</summary>
    public string Fill(string text)
    {
        var isJson = IsJson(text);
        return Place().Replace(text, place => isJson
            ? JsonEncodedText.Encode(InPlaceOf(place), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()
            : InPlaceOf(place));
    }

    private string InPlaceOf(Match place)
    {
        var name = place.Groups["name"].Value;
        return place.Groups["kind"].Value switch
        {
            "port" => Port(name).ToString(CultureInfo.InvariantCulture),
            "password" => _passwords[name],
            "certificate" => Convert.ToBase64String(_certificates[name].RawData),
            "one-time-code" => _authenticators[name].Secret,
            _ => _clientSecrets[name],
        };
    }

    // A password may have quotation marks, and what follows them would be read as something else, and be shown as an error.
    private static bool IsJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(Place().Replace(text, "0"));
            return read.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>An address as people read it, where each instance has a port of its own.</summary>
    public static string WithoutPorts(string address) => PortOfInstance().Replace(address, "");

    /// <summary>What is wrong with the places of a text, of a file with these apps that have a secret; null when nothing is.</summary>
    internal static SuiteException? Problem(YamlValue value, TargetFile file, ICollection<string> confidential)
    {
        foreach (Match brace in AnyPlace().Matches(value.Text))
        {
            var place = Place().Match(brace.Value);
            var name = place.Groups["name"].Value;
            var fits = place.Success && place.Value == brace.Value && place.Groups["kind"].Value switch
            {
                "password" => file.Users.ContainsKey(name),
                "one-time-code" => file.Users.GetValueOrDefault(name)?.OneTimeCode is not null,
                "client-secret" => confidential.Contains(name),
                "certificate" => file.Apps.GetValueOrDefault(name)?.IsSaml == true,
                _ => true,
            };
            if (!fits)
                return value.Problem(
                    $"Nothing can be put in place of {brace.Value}. Known: {{port:NAME}}, {{password:USER}}, {{one-time-code:USER}}, "
                    + "{client-secret:APP} and {certificate:APP} of users and apps of this file that have one.");
        }

        return null;
    }

    private int Port(string name)
    {
        if (!_ports.TryGetValue(name, out var port)) _ports[name] = port = ReservedPort.Any();
        return port.Number;
    }

    [GeneratedRegex(
        @"\{(?<kind>port|password|one-time-code|client-secret|certificate):(?<name>[a-z][a-z0-9-]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@":\{port:[a-z][a-z0-9-]*\}", RegexOptions.None, 1000)]
    private static partial Regex PortOfInstance();

    // Braces of anything else, such as JSON, hold quotation marks or nothing.
    [GeneratedRegex(@"\{[A-Za-z][A-Za-z0-9_-]*(:[^{}""]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyPlace();
}
