using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Ledger;

internal sealed class TroubleTests
{
    [Test]
    public void An_address_in_a_message_is_masked() => Assert.That(
        Trouble.Said(new HttpRequestException("https://login.invalid/?csrf_token=c2VjcmV0&tx=StateProperties=eyJUSUQ cannot be reached.")),
        Is.EqualTo("https://login.invalid/?csrf_token=***&tx=*** cannot be reached."));

    [Test]
    public void A_message_of_several_lines_is_told_on_one() =>
        Assert.That(Trouble.Said(new InvalidDataException("one\r\nother")), Is.EqualTo("one other"));

    [Test]
    public void A_call_that_was_given_up_is_told_in_words()
    {
        const string words = "it was given up, since no answer came in time";
        Assert.Multiple(() =>
        {
            Assert.That(Trouble.Said(new TaskCanceledException()), Is.EqualTo(words));
            Assert.That(Trouble.Behind(new TaskCanceledException("…", new TimeoutException("A task was canceled."))), Is.EqualTo(words));
            Assert.That(Trouble.Behind(new InvalidOperationException("…", new OperationCanceledException())), Is.EqualTo(words));
            Assert.That(Trouble.Said(new TimeoutException("It was not ready.", new OperationCanceledException())),
                Is.EqualTo("It was not ready."), "who caught it knows better");
            Assert.That(Trouble.Behind(new InvalidOperationException("…", new IOException("The disk is full."))),
                Is.EqualTo("The disk is full."));
        });
    }
}
