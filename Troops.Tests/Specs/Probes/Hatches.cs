//--- 126 reject: ambient pool thread
static class S { static void M() { Task.Run(()=>1); } }
//--- 128 reject: reflection write
static class S { static void M(Pt p) => typeof(Pt).GetField("x", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(p, 9); }
//--- 130 reject: mutating a string
static class S { static void M(string str) { unsafe { fixed (char* c = str) *c = '!'; } } }
//--- 132 reject: laundering through integer handle
static class S { static TroopThread M(L l) { nint h = System.Runtime.InteropServices.GCHandle.ToIntPtr(System.Runtime.InteropServices.GCHandle.Alloc(l)); return TroopThread.Start(() => ((L)System.Runtime.InteropServices.GCHandle.FromIntPtr(h).Target!).Add(1)); } }
