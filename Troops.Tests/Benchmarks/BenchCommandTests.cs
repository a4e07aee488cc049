using Troops.Benchmarks;

namespace Troops.Tests.Benchmarks;

[TestFixture, Category("Unit")]
internal sealed class BenchCommandTests
{
    [Test]
    public async Task An_unknown_row_is_refused_with_the_names_of_those_that_there_are()
    {
        using StringWriter errors = new();
        int code = await new BenchCommand(TextWriter.Null, errors).RunAsync(["ping-pung"]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(errors.ToString(), Does.Contain("ping-pung").And.Contain("ping-pong").And.Contain("skynet"));
        });
    }

    [Test]
    public async Task The_list_names_each_row_with_its_unit_and_its_peers()
    {
        using StringWriter lines = new();
        int code = await new BenchCommand(lines, TextWriter.Null).RunAsync(["--list", "sync-chain"]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(lines.ToString(), Does.StartWith("sync-chain\tns, B\t").And.Contain("Task, ValueTask"));
        });
    }
}
