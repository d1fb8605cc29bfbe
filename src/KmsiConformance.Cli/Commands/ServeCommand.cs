using System.CommandLine;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Clocks;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi serve</c>: the reference login endpoint as a process of its own, at real time.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var policies = new Option<string[]>("--policy") { Description = "Policy XML files.", HelpName = "FILE", Required = true };
        var fault = new Option<string?>("--fault") { Description = "Start it with a fault.", HelpName = "NAME" };
        var profile = CommonOptions.Profile();
        var port = new Option<int>("--port") { Description = "The port to listen on; 0 takes a free one.", HelpName = "N" };
        var redirect = new Option<string[]>("--redirect-uri") { Description = "Redirect URIs to register for the client id 'app'.", HelpName = "URI" };
        var command = new Command("serve", "Serve the reference login endpoint until Ctrl-C.") { policies, fault, profile, port, redirect };
        command.SetAction(async (parsed, cancellation) =>
        {
            var suite = SuiteLoader.Load(ScenariosFolder.Find(null));
            var chosen = Profiles.Choose(suite, parsed.GetValue(profile));
            TargetChoice.Choose("reference", chosen, parsed.GetValue(fault), suite.Folder);
            var read = PolicyReader.Read(parsed.GetValue(policies)!);
            await using var server = await ReferenceServer.StartAsync(
                new ReferenceOptions
                {
                    Clock = TimeProvider.System,
                    Profile = chosen,
                    Policies = read,
                    Fault = parsed.GetValue(fault),
                    Port = parsed.GetValue(port),
                    Apps = [new AppRegistration("app", "app", parsed.GetValue(redirect) ?? [])],
                },
                cancellation);
            Console.WriteLine($"Listening on {server.Origin} as {chosen}. End it with Ctrl-C.");
            foreach (var policy in read)
            {
                Console.WriteLine($"  {policy.PolicyId}: {policy.Settings}\n    {server.Discovery(policy.PolicyId)}");
                foreach (var part in LeftOutParts.Of(policy, chosen)) Console.WriteLine($"    not played: {part.What}, {part.At}");
            }

            try
            {
                await RealTime.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C is how it is meant to end.
            }

            return ExitCodes.Conformant;
        });
        return command;
    }
}
