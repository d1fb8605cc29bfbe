using System.CommandLine;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Cli.Packing;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Commands;

/// <summary>
/// <c>kmsi pack</c>: a run with all that its verdicts rest on, in one signed file; and <c>kmsi pack verify</c> for whoever receives one.
/// </summary>
internal static class PackCommand
{
    private const string Ending = ".pack.zip";

    public static Command Create()
    {
        var folder = new Argument<string>("RUN") { Description = "The run's folder." };
        var key = new Option<string>("--key")
        {
            Description = "The private key that signs; 'kmsi keys new' makes one.", HelpName = "FILE", Required = true,
        };
        var password = new Option<string?>("--key-password")
        {
            Description = "Where the password of the key is kept: env:NAME or file:PATH.", HelpName = "WHERE",
        };
        var target = new Option<string?>("--target")
        {
            Description = "Where the target file of the run is now. Default: where the run found it.", HelpName = "FILE",
        };
        var @out = new Option<string?>("--out")
        {
            Description = $"The file. Default: beside the run's folder, with the ending {Ending}.", HelpName = "FILE",
        };
        var accepts = Accepts();
        var command = new Command("pack", "Pack a finished run into one signed file, or say why nobody can vouch for it.")
        {
            folder, key, password, target, @out, accepts, Verify(folder),
        };
        command.SetAction((parsed, cancellation) => PackAsync(
            new RunFolder(parsed.GetValue(folder)!), parsed.GetValue(key)!,
            KeyPassword.Find(password.Name, parsed.GetValue(password)), parsed.GetValue(target), parsed.GetValue(@out),
            parsed.GetValue(accepts), cancellation));
        return command;
    }

    private static Command Verify(Argument<string> run)
    {
        var file = new Argument<string>("FILE") { Description = "The pack." };
        var key = new Option<string>("--public-key")
        {
            Description = "The public key of whoever packed it.", HelpName = "FILE", Required = true,
        };
        var @out = new Option<string?>("--out")
        {
            Description = "A new folder for the run of the pack, with a report. Default: it is only verified.", HelpName = "DIR",
        };
        var accepts = Accepts();
        var command = new Command("verify", "Verify a pack offline: its signature, every byte, and each verdict again from its events.")
        {
            file, key, @out, accepts,
        };
        command.Validators.Add(result =>
        {
            if (result.Parent?.GetResult(run) is { Tokens: [var given, ..] })
                result.AddError($"{given.Value} has no effect before 'verify', which takes a pack and no run. Expected: "
                    + "kmsi pack verify FILE --public-key FILE.");
        });
        command.SetAction((parsed, cancellation) => VerifyAsync(
            parsed.GetValue(file)!, parsed.GetValue(key)!, parsed.GetValue(@out), parsed.GetValue(accepts), cancellation));
        return command;
    }

    private static Option<bool> Accepts() => new("--accept-scenarios")
    {
        Description = "Accept scenarios, requirements, profiles and recipes other than those that this program ships.",
    };

    private static async Task<int> PackAsync(
        RunFolder folder, string keyFile, string? password, string? target, string? into, bool accepts, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(into ?? folder.Path.TrimEnd(Path.DirectorySeparatorChar) + Ending);
        if (File.Exists(file) || Directory.Exists(file))
            throw new UserErrorException($"{file} is there already, and no pack is ever written over. Name another with --out.");
        using var key = KeyFile.Private(keyFile, password);
        var (pack, manifest) = await new PackingStep(folder, key, target, accepts).PackAsync(
            TimeProvider.System.GetUtcNow(), cancellation);
        var half = file + ".part";
        await File.WriteAllBytesAsync(half, pack, cancellation);
        File.Move(half, file);
        PackText.Packed(file, pack.Length, manifest, folder.ReadRun());
        return Code(manifest);
    }

    private static async Task<int> VerifyAsync(string file, string keyFile, string? into, bool accepts, CancellationToken cancellation)
    {
        if (into is not null) NewFolder.Demand(into);
        using var key = KeyFile.Public(keyFile);
        var pack = await VerifiedPack.OfAsync(file, key, accepts, cancellation);
        if (into is not null) await pack.WriteAsync(into, cancellation);
        PackText.Verified(file, OrdinaryFile.Length(file), pack);
        if (into is not null) Console.WriteLine($"Report: {new RunFolder(into).ReportFile}");
        return Code(pack.Manifest);
    }

    private static int Code(Manifest manifest) =>
        manifest.Statement.Outcome == Statements.Conformant ? ExitCodes.Conformant : ExitCodes.NotConformant;
}
