using System.Text;
using KmsiConformance.Policies;

namespace KmsiConformance.Tests.Policies.Merging;

/// <summary>Elements as text, places left out, so that trees can be compared.</summary>
internal static class PolicyText
{
    public static string Write(this PolicyElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        return text.ToString();
    }

    private static void Write(PolicyElement element, StringBuilder text)
    {
        text.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes) text.Append($" {attribute.Name}=\"{attribute.Value}\"");
        text.Append('>').Append(element.Text);
        foreach (var child in element.Children) Write(child, text);
        text.Append("</").Append(element.Name).Append('>');
    }
}
