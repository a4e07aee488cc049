using Troops.Tests.Corpus.RandomBodies;

// The tests' own programs; what runs the tests does not come by here.
if (args is ["try-random", .. string[] rest])
{
    return new TryRandomCommand(Console.Out).Run(rest);
}

Console.Error.WriteLine("What this program can do: try-random [COUNT] [SEED]. The tests run by 'dotnet test'.");
return 2;
