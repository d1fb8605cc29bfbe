namespace KmsiConformance.Saml;

/// <summary>Asks to end somebody's session.</summary>
/// <param name="Subject">The NameID that the assertion gave.</param>
/// <param name="SessionIndex">The session that the assertion named; null for all of the user's.</param>
public sealed record LogoutRequest(
    string Id, string Issuer, string Destination, string Subject, string? SessionIndex, DateTimeOffset IssuedAt)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>What the NameID says besides the name.</summary>
    public NameQualifiers Qualifiers { get; init; } = NameQualifiers.Persistent;

    /// <summary>The message; its binding signs it.</summary>
    public string Write() => SamlXml.Write(writer => writer.Element("samlp", "LogoutRequest", SamlNames.Protocol, () =>
    {
        writer.Text("saml", "Issuer", SamlNames.Assertion, Issuer);
        Qualifiers.Write(writer, Subject);
        if (SessionIndex is not null) writer.Text("samlp", "SessionIndex", SamlNames.Protocol, SessionIndex);
    },
    ("ID", Id), ("Version", "2.0"), ("IssueInstant", SamlXml.Moment(IssuedAt)), ("Destination", Destination),
    ("NotOnOrAfter", SamlXml.Moment(IssuedAt + Lifetime))));

    /// <summary>Reads a message whose signature the binding has verified.</summary>
    /// <param name="at">The address at which it arrived.</param>
    /// <exception cref="SamlRefusedException">It cannot be read, is meant for another address, or is too old.</exception>
    public static LogoutRequest Read(string xml, string at, DateTimeOffset now)
    {
        var root = SamlXml.Parse(xml, "LogoutRequest", SamlNames.Protocol);
        if (root.Attribute("Destination") is { } destination && destination != at)
            throw new SamlRefusedException($"Destination is '{destination}', expected '{at}'");
        if (root.Moment("NotOnOrAfter") is { } until && now >= until) throw new SamlRefusedException("the LogoutRequest has expired");
        var name = root.Demand("NameID", SamlNames.Assertion);
        return new LogoutRequest(
            root.Required("ID"),
            root.Demand("Issuer", SamlNames.Assertion).InnerText.Trim(),
            at,
            name.InnerText.Trim(),
            root.Child("SessionIndex", SamlNames.Protocol)?.InnerText.Trim(),
            root.Moment("IssueInstant") ?? throw new SamlRefusedException("LogoutRequest has no IssueInstant"))
        {
            Qualifiers = NameQualifiers.Of(name),
        };
    }
}

/// <summary>Says that a session ended, or that it did not.</summary>
/// <param name="Status"><see cref="SamlNames.Success"/> or another status.</param>
public sealed record LogoutResponse(string Issuer, string Destination, string InResponseTo, string Status, DateTimeOffset IssuedAt)
{
    /// <summary>The message; its binding signs it.</summary>
    public string Write() => SamlXml.Write(writer => writer.Element("samlp", "LogoutResponse", SamlNames.Protocol, () =>
    {
        writer.Text("saml", "Issuer", SamlNames.Assertion, Issuer);
        writer.Element(
            "samlp", "Status", SamlNames.Protocol,
            () => writer.Element("samlp", "StatusCode", SamlNames.Protocol, () => { }, ("Value", Status)));
    },
    ("ID", SamlIds.New()), ("Version", "2.0"), ("IssueInstant", SamlXml.Moment(IssuedAt)), ("Destination", Destination),
    ("InResponseTo", InResponseTo)));

    /// <summary>Reads a message whose signature the binding has verified.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static LogoutResponse Read(string xml, string at)
    {
        var root = SamlXml.Parse(xml, "LogoutResponse", SamlNames.Protocol);
        if (root.Attribute("Destination") is { } destination && destination != at)
            throw new SamlRefusedException($"Destination is '{destination}', expected '{at}'");
        return new LogoutResponse(
            root.Demand("Issuer", SamlNames.Assertion).InnerText.Trim(),
            at,
            root.Required("InResponseTo"),
            root.Demand("Status", SamlNames.Protocol).Demand("StatusCode", SamlNames.Protocol).Required("Value"),
            root.Moment("IssueInstant") ?? throw new SamlRefusedException("LogoutResponse has no IssueInstant"));
    }
}
