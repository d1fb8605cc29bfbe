using System.Text.Json;
using System.Text.Json.Serialization;

namespace KmsiConformance.Apps.SinglePage;

/// <summary>What the page of a single-page app is told to do; what is null is not to be done.</summary>
internal sealed record PageCommands
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Keep this in the browser's storage.</summary>
    public string? Store { get; init; }

    /// <summary>Forget what is stored.</summary>
    public bool? Forget { get; init; }

    /// <summary>Post this, and come back with the answer.</summary>
    public Call? Post { get; init; }

    /// <summary>Load this in a hidden frame, and wait for it.</summary>
    public string? Frame { get; init; }

    /// <summary>Leave for this address.</summary>
    public string? Go { get; init; }

    /// <summary>Stay, and show this.</summary>
    public string? Show { get; init; }

    /// <summary>A form to post.</summary>
    public sealed record Call(string Url, IReadOnlyDictionary<string, string> Fields);

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>What the page says of itself when it asks what to do.</summary>
/// <param name="Role">Which page it is.</param>
/// <param name="Address">Its own address, fragment included.</param>
/// <param name="Stored">What it finds in the browser's storage; empty for nothing.</param>
/// <param name="Exchanged">The token endpoint's answer; null before it was asked, empty where it was not allowed to read it.</param>
internal sealed record PageReport(string Role, Uri Address, string Stored, string? Exchanged)
{
    /// <summary>A parameter of the page's address, from query or fragment; null when it is absent.</summary>
    public string? Parameter(string name)
    {
        var text = Address.Fragment.Length > 1 ? Address.Fragment[1..] : Address.Query;
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text).TryGetValue(name, out var value) ? value.ToString() : null;
    }

    /// <summary>Never shows tokens.</summary>
    public override string ToString() => Role;
}
