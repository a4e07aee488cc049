// A pragma that names a rule, whether or not the rule had anything to say.
using Troops;

#pragma warning disable TROOP001 //! TROOP092 [TROOP001] '#pragma warning disable' silences TROOP001, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
[Immutable] sealed class C { int n; public int N => n++; }
#pragma warning restore TROOP001

#pragma warning disable CS0168, TROOP020 // Filled once. //! TROOP092 [TROOP020] '#pragma warning disable' silences TROOP020, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
static class Cache { internal static readonly List<int> All = []; }
#pragma warning restore CS0168, TROOP020

sealed class D
{
    void M()
    {
#pragma warning disable troop030 //! TROOP092 [troop030] '#pragma warning disable' silences troop030, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
        Console.WriteLine();
    }
}
//---
// One for all rules of everybody.
sealed class C
{
#pragma warning disable //! TROOP092 [#pragma warning disable] '#pragma warning disable' without ids silences every rule of Troops with all others, so this assembly is not stamped as verified; name the ids that are meant
    int unused;
#pragma warning restore
}
//---
// The attribute, on whatever it stands.
using System.Diagnostics.CodeAnalysis;
using Quiet = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;

[assembly: SuppressMessage("", "TROOP020", Scope = "member", Target = "~F:C.x")] //! TROOP092 [SuppressMessage("", "TROOP020", Scope = "member", Target = "~F:C.x")] [SuppressMessage] silences TROOP020, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when

[SuppressMessage("Troops", "TROOP001:Not immutable")] //! TROOP092 [SuppressMessage("Troops", "TROOP001:Not immutable")] [SuppressMessage] silences TROOP001, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
class C<[SuppressMessage("", "TROOP002")] T> //! TROOP092 [SuppressMessage("", "TROOP002")] [SuppressMessage] silences TROOP002, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
{
    const string Id = "TROOP003";
    [Quiet("", Id)] int x; //! TROOP092 [Quiet("", Id)] [SuppressMessage] silences TROOP003, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
    int P { [SuppressMessage(checkId: "TROOP004", category: "")] get; } //! TROOP092 [SuppressMessage(checkId: "TROOP004", category: "")] [SuppressMessage] silences TROOP004, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
    [SuppressMessage("", "TROOP005")] void M([SuppressMessage("", "TROOP006")] int p) //! TROOP092 [SuppressMessage("", "TROOP005")] [SuppressMessage] silences TROOP005, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when //! TROOP092 [SuppressMessage("", "TROOP006")] [SuppressMessage] silences TROOP006, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
    {
        [SuppressMessage("", "TROOP007")] void L() { } //! TROOP092 [SuppressMessage("", "TROOP007")] [SuppressMessage] silences TROOP007, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
        Action a = [SuppressMessage("", "TROOP008")] () => L(); //! TROOP092 [SuppressMessage("", "TROOP008")] [SuppressMessage] silences TROOP008, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
        a();
    }
}
enum E { [SuppressMessage("", "TROOP009")] A } //! TROOP092 [SuppressMessage("", "TROOP009")] [SuppressMessage] silences TROOP009, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
//---
// Rules of others, rules that only suggest, what is switched off, and what switches on again.
using System.Diagnostics.CodeAnalysis;

#pragma warning disable CS0168, 1591
#pragma warning restore TROOP001
#if NEVER
#pragma warning disable TROOP001
#endif
#pragma warning disable TROOP090

[SuppressMessage("Style", "IDE0051")]
class C { [SuppressMessage("", "TROOP090")] int x; [Mine("", "TROOP001")] int y; }

sealed class MineAttribute(string a, string b) : Attribute { public string Both => a + b; }
//---
// What a generator writes may silence everybody, for it means the style of its code; a rule that it names is meant.
// <auto-generated/>
#pragma warning disable TROOP001 //! TROOP092 [TROOP001] '#pragma warning disable' silences TROOP001, so this assembly is not stamped as verified; correct what is reported, or put [Audited] on the member, with who vouches for it, why, and until when
sealed class D;
#pragma warning disable
sealed class C;
