namespace Troops.Tests.Diagnostics;

/// <summary>A disk that is full after some bytes.</summary>
internal sealed class BrokenStream(long room) : MemoryStream
{
    /// <summary>Every other way to write comes here.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Length + count > room)
        {
            throw new IOException("the disk is full");
        }

        base.Write(buffer, offset, count);
    }
}
