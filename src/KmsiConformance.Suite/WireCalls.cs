namespace KmsiConformance.Suite;

/// <summary>
/// The HTTP calls that the script of a product's sign-in page makes, for browsers that run no scripts. Addresses and
/// headers are templates in the manner of RFC 6570: <c>{name}</c> is put in percent-encoded, <c>{+name}</c> as it is.
/// Names are paths into the page's settings, such as <c>hosts.tenant</c>.
/// </summary>
/// <param name="Settings">The script global that holds the page's settings as JSON.</param>
/// <param name="Credentials">The call that sends user name and password.</param>
/// <param name="Confirmed">Where the page goes once they were accepted; here <c>{ticked}</c> is the box: true or false.</param>
public sealed record WireCalls(string Settings, CredentialCall Credentials, string Confirmed);

/// <summary>The call that sends user name and password, each under the id of its field, as a form; the answer is JSON.</summary>
/// <param name="Post">The address.</param>
/// <param name="Headers">Headers of the call.</param>
/// <param name="Fields">Fields sent besides the two.</param>
/// <param name="Accepted">Members of the answer, and the values that they have when the credentials were accepted.</param>
/// <param name="Message">The member that tells the user why they were not.</param>
public sealed record CredentialCall(
    string Post,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string> Accepted,
    string Message);
