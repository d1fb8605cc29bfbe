using System.CommandLine;
using KmsiConformance.Clocks;
using KmsiConformance.Measuring;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Cli.Commands;

/// <summary>What <c>kmsi measure</c> was asked to do.</summary>
internal sealed record MeasureWish(
    string? Scenarios, Uri? Address, IReadOnlyList<string> Users, string Recipe, string Target, string? Profile,
    IReadOnlyList<string> Faults, string? App, string Browser, string? BrowserPath, bool NoInstall, ClockMode Clock, TimeSpan Longest,
    string? Compare, bool WritesPolicy, string? Out, bool AsJson, bool Yes)
{
    /// <summary>A file of certificate authorities; null for none.</summary>
    public string? Trust { get; init; }
}

/// <summary>The options of <c>kmsi measure</c>.</summary>
internal sealed class MeasureCommandOptions
{
    private readonly Argument<string?> _address = new("ADDRESS")
    {
        Description = "A page of a site that no target file describes: its sign-in page, or one that needs a sign-in.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _target = new("--target")
    {
        Description = "The login endpoint, as for 'run'.", HelpName = "T", DefaultValueFactory = _ => "reference",
    };

    private readonly Option<string[]> _users = new("--user")
    {
        Description = "With ADDRESS: an account, what is typed as its name, and where its password is.", HelpName = "NAME=env:VARIABLE",
    };

    private readonly Option<string> _recipe = new("--recipe")
    {
        Description = "With ADDRESS: the recipe, a name or a file of your own.", HelpName = "RECIPE", DefaultValueFactory = _ => "generic",
    };

    private readonly TrustOption _trust = new();

    private readonly Option<string?> _app = new("--app")
    {
        Description = "The app by which somebody signs in. Default: the first of the target.", HelpName = "NAME",
    };

    private readonly Option<string> _browser = new Option<string>("--browser")
    {
        Description = "The browser. The simulated one is faster and has no scripts.", DefaultValueFactory = _ => "chromium",
    }.AcceptOnlyFromAmong("chromium", "simulated");

    private readonly Option<string> _clock = new Option<string>("--clock")
    {
        Description = "How time is moved; 'real' waits.", DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong("auto", "process", "aged", "virtual", "real");

    private readonly Option<string?> _longest = new("--longest")
    {
        Description = "The greatest age of a session that is tried. Default: 400 days, or 10 minutes with --clock real.",
        HelpName = "'30 days'",
    };

    private readonly Option<string?> _compare = new("--compare")
    {
        Description = "Say what has changed since an earlier measurement; exit code 1 where anything has.", HelpName = "OLD.json",
    };

    private readonly Option<bool> _writePolicy = new("--write-policy")
    {
        Description = "Write what was measured into the target file, as its declared policy.",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The folder for measure.json and measure.html. Default: a new one under reports/.", HelpName = "DIR",
    };

    private readonly Option<string?> _scenarios = CommonOptions.Scenarios();
    private readonly Option<string?> _profile = CommonOptions.Profile();
    private readonly Option<string[]> _fault = CommonOptions.Fault();
    private readonly Option<string?> _path = CommonOptions.BrowserPath();
    private readonly Option<bool> _noInstall = CommonOptions.NoInstall();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly Option<bool> _yes = CommonOptions.Yes();

    public IEnumerable<Argument> Arguments => [_address];

    public IEnumerable<Option> All =>
    [
        _target, _users, _recipe, _trust.Option, _app, _browser, _path, _noInstall, _clock, _longest, _compare, _writePolicy, _profile,
        _fault, _yes, _format, _out, _scenarios,
    ];

    /// <summary>What was asked.</summary>
    /// <exception cref="UserErrorException">Something makes no sense, or has no effect beside something else.</exception>
    public MeasureWish Read(ParseResult parsed)
    {
        var browser = parsed.GetValue(_browser)!;
        parsed.RefuseOtherBrowsers(browser, _path, null);
        var named = parsed.GetValue(_address);
        if (named is null) parsed.Refuse("--target", "whose file says that", _users, _recipe, _trust.Option);
        else parsed.Refuse("an ADDRESS", "of which no file is kept", _target, _profile, _fault, _app, _writePolicy);
        Uri? address = null;
        if (named is not null && !(Uri.TryCreate(named, UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
            throw new UserErrorException($"'{named}' is no address. Expected one such as https://shop.example.com/account.");
        var clock = Enum.Parse<ClockMode>(parsed.GetValue(_clock)!, ignoreCase: true);
        return new MeasureWish(
            parsed.GetValue(_scenarios), address, parsed.GetValue(_users) ?? [], parsed.GetValue(_recipe)!, parsed.GetValue(_target)!,
            parsed.GetValue(_profile), parsed.GetValue(_fault) ?? [], parsed.GetValue(_app), browser, parsed.GetValue(_path),
            parsed.GetValue(_noInstall), clock, Longest(parsed.GetValue(_longest), clock), parsed.GetValue(_compare),
            parsed.GetValue(_writePolicy), parsed.GetValue(_out), parsed.GetValue(_format) == "json", parsed.GetValue(_yes))
        {
            Trust = parsed.GetValue(_trust.Option),
        };
    }

    private static TimeSpan Longest(string? said, ClockMode clock)
    {
        if (said is null) return clock == ClockMode.Real ? MeasureRequest.LongestInRealTime : MeasureRequest.StandardLongest;
        try
        {
            var longest = DurationExpression.Parse(said).Evaluate(new SettingsInForce(TimeSpan.Zero, null));
            return longest >= MeasureRequest.Least ? longest
                : throw new UserErrorException($"--longest {said}: expected 5 minutes or more, or nothing can be told apart.");
        }
        catch (FormatException wrong)
        {
            throw new UserErrorException($"--longest {said}: {wrong.Message}");
        }
    }
}
