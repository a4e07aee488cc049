namespace Troops.Roslyn.Boundaries;

/// <summary>What a list says of a method, constructor, property or event, or of every member of a type.</summary>
[Flags]
internal enum ApiRole
{
    None = 0,

    /// <summary>Runs the delegate on another thread, or on no particular one.</summary>
    Entry = 1,

    /// <summary>Runs the delegate on the thread that calls, or that uses the result; no other thread ever gets it.</summary>
    Inline = 1 << 1,

    /// <summary>Hands the value to another thread.</summary>
    Send = 1 << 2,

    /// <summary>Returns an object that nothing else refers to.</summary>
    Fresh = 1 << 3,

    /// <summary>Makes kernel threads work, or finds out which one it is on (TROOP063).</summary>
    Threads = 1 << 4,

    /// <summary>Keeps the kernel thread waiting (TROOP065).</summary>
    Blocks = 1 << 5,

    /// <summary>Goes round the type system (TROOP060).</summary>
    Unsafe = 1 << 6,

    /// <summary>Writes, makes or invokes by name what the compiler cannot see (TROOP061).</summary>
    Reflection = 1 << 7,

    /// <summary>As <see cref="Reflection"/>, reported under <c>TroopsStrict</c> alone.</summary>
    StrictReflection = 1 << 8,

    /// <summary>Lets an object be reached that nobody refers to, or brings it back (TROOP068).</summary>
    Handle = 1 << 9,

    /// <summary>Registers an object or a type of which every thread gets the same one (TROOP069).</summary>
    Singleton = 1 << 10,
}
