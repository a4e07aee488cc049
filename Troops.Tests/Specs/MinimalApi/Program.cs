using System.Text.Json;
using System.Text.Json.Serialization;
using Lending;
using Microsoft.AspNetCore.Diagnostics;

var builder = WebApplication.CreateBuilder(args);

builder.Services.Configure<LendingOptions>(builder.Configuration.GetSection("Lending"));
builder.Services.ConfigureHttpJsonOptions(static options =>
{
    options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
});
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<LoanStore>();
builder.Services.AddSingleton(static _ => new TroopProcess(new TroopProcessOptions { Name = "lending", Workers = 2 }));
builder.Services.AddScoped<Desk>();
builder.Services.AddHttpClient<CoverClient>(static client =>
{
    client.BaseAddress = new Uri("https://covers.example/");
    client.Timeout = TimeSpan.FromSeconds(5);
});
builder.Services.AddHostedService<OverdueWatch>();
builder.Services.AddProblemDetails();
builder.Logging.AddSimpleConsole(static console => console.SingleLine = true);

var app = builder.Build();
var started = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

app.UseExceptionHandler(static errors =>
    errors.Run(static async context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = error is LendingException ? StatusCodes.Status409Conflict : StatusCodes.Status500InternalServerError;
        await context.Response.WriteAsJsonAsync(new Refusal(error is LendingException known ? known.Message : "Something went wrong."));
    })
);
app.Use(
    static async (context, next) =>
    {
        context.Response.Headers["X-Service"] = "lending";
        await next(context);
    }
);
app.MapGet("/health", () => new Health("up", started));
app.MapLoans();
app.MapReports();

var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
var log = app.Logger;
lifetime.ApplicationStopping.Register(() => log.LogInformation("Closing after {Time}.", started));
await app.RunAsync();

internal sealed record Health(string Status, DateTimeOffset Since);
