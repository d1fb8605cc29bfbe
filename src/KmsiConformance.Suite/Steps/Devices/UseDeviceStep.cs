using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Devices;

/// <summary>What follows is done and looked at on another device: a browser with a profile and cookies of its own.</summary>
public sealed record UseDeviceStep(StepPlace Place, string Device) : Step(Place), IStepKind<UseDeviceStep>
{
    public static string Verb => "use-device";

    public override IEnumerable<UsedName> Names => Used((NameKind.Device, Device, Verb));

    public static UseDeviceStep Read(StepSource source) => new(source.Place, source.Value.Text);

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        foreach (var (name, _) in scenario.Apps.Where(app => app.Value.Kind == "native"))
            yield return $"{name} is an app on one device (kind: native), and nothing says on which. Leave out the kind, or devices.";
    }

    public override string Text(string profile) => $"go on at the {Device}";
}
