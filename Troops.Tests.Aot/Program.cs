return await Troops.Tests.Aot.AllChecks.RunAsync();
