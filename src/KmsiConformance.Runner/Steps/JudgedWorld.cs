using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>All that checks are told of the world that they judge; everything else they see in its events.</summary>
/// <param name="UserName">What somebody of the cast is called at the target.</param>
/// <param name="Settings">How long sessions last.</param>
/// <param name="Scope">Who shares a session; null where the target cannot say.</param>
internal sealed record JudgedWorld(Func<string, string> UserName, SettingsInForce Settings, SsoScope? Scope)
{
    /// <summary>By which parameter an app on the target's own site says where a sign-in is to lead.</summary>
    public Func<string, string> ReturnParameter { get; init; } = _ => "";

    /// <summary>No world at all: enough to say which checks there would be.</summary>
    public static readonly JudgedWorld Unknown = new(name => name, new SettingsInForce(TimeSpan.FromDays(1), TimeSpan.FromDays(7)), null);

    /// <summary>What was told of a world when it began.</summary>
    /// <exception cref="InvalidDataException">Something was not told.</exception>
    public static JudgedWorld Of(WorldReady ready) => new(
        name => ready.Users.GetValueOrDefault(name)
            ?? throw new InvalidDataException($"the events do not say what {name} is called at the target (world-ready)"),
        new SettingsInForce(ready.Settings.Session, ready.Settings.KeepAlive)
        {
            Maximum = ready.Settings.Maximum, KeepAliveMaximum = ready.Settings.KeepAliveMaximum,
        },
        ready.Settings.Scope is { } scope ? Enum.Parse<SsoScope>(scope) : null)
    {
        ReturnParameter = app => ready.ReturnParameters.GetValueOrDefault(app, ""),
    };

    /// <summary>Tells what is to be told of a world.</summary>
    /// <param name="users">The cast; those whom the target does not know are left out.</param>
    public static WorldReady Ready(World world, IReadOnlyList<string> users) => new(
        world.Target.Policy.Words,
        new WorldSettings(
            world.Settings.Session, world.Settings.KeepAlive, world.Settings.Maximum, world.Settings.KeepAliveMaximum,
            world.Target.Policy.Scope?.ToString()))
    {
        Users = users.Select(user => (user, Name: NameOf(world, user))).Where(named => named.Name is not null)
            .ToDictionary(named => named.user, named => named.Name!, StringComparer.Ordinal),
        ReturnParameters = world.Apps.Where(app => app.OnSite is not null)
            .ToDictionary(app => app.Name, app => app.OnSite!.ReturnParameter ?? "", StringComparer.Ordinal),
    };

    private static string? NameOf(World world, string user)
    {
        try
        {
            return world.Target.User(user).UserName;
        }
        catch (UnknownUserException)
        {
            return null;
        }
    }
}
