namespace KmsiConformance.Browsers.Simulated;

/// <summary>A page or an answer sends the browser to an address that is none of the web. In a frame it leads nowhere.</summary>
internal sealed class LeftTheWebException(string address) : SiteUnreachableException($"{address} is no address of the web.")
{
    public string Address => address;
}
