//--- 124 reject: unobserved coroutine
static class C { static async void F() { await Task.Yield(); } public static void G() => F(); }
