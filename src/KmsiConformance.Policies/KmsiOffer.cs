using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies;

/// <summary>Whether the sign-in page shows the "Keep me signed in" box, why, and where that is written.</summary>
public sealed record KmsiOffer(bool Offered, string Because, Place? At)
{
    /// <summary>The metadata item that the 2020 document asks for (R-037).</summary>
    public const string Setting = "setting.enableRememberMe";

    internal static KmsiOffer Judge(MergedPolicy policy, Readings readings)
    {
        if (policy.Steps is not [var first, ..])
            return new(false, $"the journey {policy.DefaultJourney?.Value ?? "(none)"} has no steps", policy.DefaultJourney?.At);
        if (first.ContentDefinition is not { } definition)
            return new(false, "the first step names no content definition", first.At);
        if (policy.DataUri(definition) is not { } dataUri)
            return new(false, $"the content definition {definition} has no DataUri", first.At);

        // R-034: 1.1.0 exactly; later versions are later than the documents of 2018 and did not take the box away. R-035: or above.
        if (PageIdentifier.Parse(dataUri.Value) is not { CanOfferKeepMeSignedIn: true })
            return new(false, $"{dataUri.Value} is not unifiedssp 1.1.0 or above", dataUri.At);
        if (!readings.BoxNeedsMetadata)
            return new(true, $"the first step uses {definition}, which is {dataUri.Value}", dataUri.At);

        // R-037; C-05: only the document of 2020 asks for the metadata as well.
        foreach (var exchange in first.LocalExchanges)
        {
            if (!first.TechnicalProfiles.TryGetValue(exchange, out var signIn)) continue;
            if (policy.Metadata(signIn, Setting) is not { } item) continue;
            return string.Equals(item.Value, "true", StringComparison.OrdinalIgnoreCase)
                ? new(true, $"{Setting} is {item.Value} on {signIn}", item.At)
                : new(false, $"{Setting} is {item.Value} on {signIn}", item.At);
        }

        return new(false, $"the local account sign-in of the first step has no {Setting}", first.At);
    }
}
