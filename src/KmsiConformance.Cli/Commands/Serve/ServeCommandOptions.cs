using System.CommandLine;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Serving;

namespace KmsiConformance.Cli.Commands.Serve;

/// <summary>The options of <c>kmsi serve</c>.</summary>
internal sealed class ServeCommandOptions
{
    private const int MostUsers = 100_000;

    private readonly Option<string[]> _policies = new("--policy")
    {
        Description = "Policy XML files, or folders of them. Left out: eight policies of its own, with scopes and settings to compare.",
        HelpName = "FILE|DIR",
    };

    private readonly Option<string?> _profile = CommonOptions.Profile();
    private readonly Option<string[]> _fault = CommonOptions.Fault();
    private readonly Option<int?> _users =
        new("--users") { Description = "Make up so many users instead of alice, bob, carol, dave and erin.", HelpName = "N" };
    private readonly Option<int> _seed =
        new("--seed")
        {
            Description = "Decides who they are: the same seed gives the same users.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
        };
    private readonly OwnAppOptions _ownApp = new();
    private readonly SiteOptions _site = new();
    private readonly Option<int> _port = Port("--port", "The port of the login endpoint; 0 takes a free one.");
    private readonly Option<int> _appsPort = Port("--apps-port", "The port of the two apps; 0 takes a free one.");
    private readonly Option<int> _controlPort = Port("--control-port", "The port of the control interface; 0 takes a free one.");
    private readonly Option<string?> _stubs = new("--stubs")
    {
        Description = "A folder of WireMock mapping files (*.json): REST services that policies call, on stubs.localhost.",
        HelpName = "DIR",
    };

    private readonly Option<int> _stubsPort = Port("--stubs-port", "The port of the stubs; 0 takes a free one.");
    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "Write the certificate made at start to a file (PEM), for programs that have to trust it.", HelpName = "FILE",
    };

    private readonly Option<string> _format = CommonOptions.Format();

    public IReadOnlyList<Option> All =>
    [
        _policies, _profile, _site.Option, _fault, _users, _seed, .. _ownApp.All, _port, _appsPort, _controlPort, _stubs, _stubsPort,
        _certificate, _format,
    ];

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UserErrorException">Something does not exist, or is out of range.</exception>
    /// <exception cref="PolicyException">A policy cannot be used.</exception>
    public ServeOptions Read(ParseResult parsed)
    {
        if (!parsed.IsGiven(_users) && parsed.IsGiven(_seed))
            throw new UserErrorException("--seed has no effect without --users, which makes users up. Leave it out, or add --users N.");
        if (!parsed.IsGiven(_stubs) && parsed.IsGiven(_stubsPort))
            throw new UserErrorException(
                "--stubs-port has no effect without --stubs, the folder of what is answered there. Leave it out, or add --stubs DIR.");
        return Options(parsed);
    }

    private ServeOptions Options(ParseResult parsed)
    {
        var readings = Served(Profiles.Readings(parsed.GetValue(_profile)));
        var served = _site.Register(parsed, new ServeOptions { Readings = readings }, [_policies, _stubs], [.. _ownApp.All, _appsPort]);
        return _ownApp.Register(parsed, Options(parsed, served));
    }

    private ServeOptions Options(ParseResult parsed, ServeOptions served) => served with
    {
        Policies = parsed.GetValue(_policies) is { Length: > 0 } named ? ServedPolicies.Read(named) : [],
        Faults = Faults(parsed.GetValue(_fault) ?? [], served.Readings),
        Users = Users(parsed.GetValue(_users), parsed.GetValue(_seed)),
        Port = parsed.GetValue(_port),
        AppsPort = parsed.GetValue(_appsPort),
        ControlPort = parsed.GetValue(_controlPort),
        Stubs = parsed.GetValue(_stubs) is { } folder ? StubFolder.Read(folder) : [],
        StubsPort = parsed.GetValue(_stubsPort),
    };

    /// <summary>The file for the certificate; null for none.</summary>
    public string? CertificateFile(ParseResult parsed) => parsed.GetValue(_certificate);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_format) == "json";

    // The apps that come along speak OpenID Connect, and a site has none.
    private static Readings Served(Readings readings) => readings.Product switch
    {
        LoginProduct.Saml => throw new UserErrorException(
            $"--profile {readings.Profile}: nothing is served that speaks SAML alone. The profiles of B2C serve it beside OpenID Connect."),
        _ => readings,
    };

    private static string[] Faults(string[] asked, Readings readings)
    {
        FaultChoice.Check("--fault", asked);
        FaultChoice.CheckActs("--fault", asked, readings, Profiles.All().Select(profile => profile.Readings));
        return asked;
    }

    private static IReadOnlyList<ReferenceUser> Users(int? count, int seed) => count switch
    {
        null => ReferenceUsers.Standard,
        < 1 or > MostUsers => throw new UserErrorException($"--users is {count}, expected 1 to {MostUsers}."),
        { } many => ReferenceUsers.Made(many, seed),
    };

    private static Option<int> Port(string name, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var port)
                && port is < 0 or > 65_535)
                result.AddError($"{name} must be 0 to 65535.");
        });
        return option;
    }
}
