using KmsiConformance.Policies;
using KmsiConformance.Suite.Expressions;
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

    /// <summary>What is to be told of a world.</summary>
    public static JudgedWorld Of(World world) =>
        new(name => world.Target.User(name).UserName, world.Settings, world.Target.Policy.Scope)
        {
            ReturnParameter = app => world.App(app).OnSite?.ReturnParameter ?? "",
        };
}
