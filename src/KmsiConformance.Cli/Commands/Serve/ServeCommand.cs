using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Serving;

namespace KmsiConformance.Cli.Commands.Serve;

/// <summary><c>kmsi serve</c>: the reference as a process of its own, with apps to try it and a control interface.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var options = new ServeCommandOptions();
        var command = new Command(
            "serve",
            "Serve the reference until Ctrl-C: a login endpoint with two apps to try it, or a site with a sign-in page of its own; and a "
            + "control interface.\ndocs/serve.md shows how to move its clock, add users and read its log with curl.");
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (options.CertificateFile(parsed) is { } file) WriteCertificate(file);
            await using var served = await ServedReference.StartAsync(options.Read(parsed), cancellation);
            if (options.IsJson(parsed)) Console.WriteLine(JsonSerializer.Serialize(StartReport.Of(served), RunFolder.Json));
            else StartText.Print(Console.Out, served);
            try
            {
                await RealTime.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C is how it is meant to end.
            }

            foreach (var path in served.Stubs?.Unscripted ?? [])
                Console.Error.WriteLine($"note: no stub answers {path}, which was asked for.");
            foreach (var stub in served.Stubs?.NeverAsked ?? [])
                Console.Error.WriteLine($"note: nobody asked for the stub {stub}. Is its path right?");

            return ExitCodes.Conformant;
        });
        return command;
    }

    private static void WriteCertificate(string file)
    {
        try
        {
            File.WriteAllText(file, ServedReference.CertificatePem);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--certificate {file} cannot be written: {refused.Message} Name another file.");
        }
    }
}
