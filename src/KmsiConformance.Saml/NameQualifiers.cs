using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>
/// What a NameID says besides the name. Whoever names the same subject again must say the same (SAML core, 2.2.2 and 3.7.3).
/// </summary>
/// <param name="Format">The kind of name; null where it is not said.</param>
/// <param name="NameQualifier">Whose name it is; null where it is not said.</param>
/// <param name="ServiceProvider">For whom the name was made (SPNameQualifier); null where it is not said.</param>
public sealed record NameQualifiers(string? Format, string? NameQualifier, string? ServiceProvider)
{
    /// <summary>A name that stays the same, and nothing else.</summary>
    public static readonly NameQualifiers Persistent = new(SamlNames.Persistent, null, null);

    /// <summary>Those of a NameID.</summary>
    internal static NameQualifiers Of(XmlElement name) =>
        new(name.Attribute("Format"), name.Attribute("NameQualifier"), name.Attribute("SPNameQualifier"));

    /// <summary>Writes a NameID with them.</summary>
    internal void Write(XmlWriter writer, string name) => writer.Text(
        "saml", "NameID", SamlNames.Assertion, name, ("Format", Format), ("NameQualifier", NameQualifier),
        ("SPNameQualifier", ServiceProvider));
}
