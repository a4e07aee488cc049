namespace Troops.Tests.Diagnostics;

/// <summary>Each write waits until it is released.</summary>
internal sealed class BlockingStream(ManualResetEventSlim release) : MemoryStream
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Reached => reached.Task;

    public override void Write(byte[] buffer, int offset, int count) => Wait();

    public override void Write(ReadOnlySpan<byte> buffer) => Wait();

    public override void Flush() => Wait();

    private void Wait()
    {
        reached.TrySetResult();
        release.Wait();
    }
}
