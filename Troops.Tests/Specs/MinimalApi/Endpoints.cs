using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending;

internal static class Endpoints
{
    public static IEndpointRouteBuilder MapLoans(this IEndpointRouteBuilder app)
    {
        var loans = app.MapGroup("/loans").WithTags("loans");

        loans.MapGet("/", static (LoanStore store, [FromQuery] string? reader) => reader is null ? store.All : store.Of(reader));

        loans.MapGet(
            "/{id:guid}",
            static Results<Ok<Loan>, NotFound> (Guid id, LoanStore store) => store.Find(id) is { } loan ? TypedResults.Ok(loan) : TypedResults.NotFound()
        );

        loans.MapPost(
            "/",
            static (LoanRequest request, Desk desk) =>
            {
                if (string.IsNullOrWhiteSpace(request.Reader))
                {
                    return Results.ValidationProblem(new Dictionary<string, string[]> { ["reader"] = ["Somebody has to take it."] });
                }

                var loan = desk.Lend(request);
                return Results.Created($"/loans/{loan.Id}", loan);
            }
        );

        loans.MapDelete("/{id:guid}", static (Guid id, LoanStore store) => store.Return(id) ? Results.NoContent() : Results.NotFound());

        loans.MapGet(
            "/{id:guid}/cover",
            static async (Guid id, LoanStore store, CoverClient covers, CancellationToken cancellation) =>
                store.Find(id) is { } loan && await covers.FindAsync(loan.Title, cancellation) is { } cover ? Results.Ok(cover) : Results.NotFound()
        );
        return app;
    }

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/reports");

        // From here on it is the business of threads: what goes in is shareable, what comes out is handed over.
        reports.MapGet("/titles", static async (LoanStore store, TroopProcess process) => await process.InvokeAsync(() => Reports.Titles(store)));

        reports.MapGet(
            "/overdue",
            static async (LoanStore store, TroopProcess process, TimeProvider clock, ILogger<LoanStore> log) =>
            {
                var now = clock.GetUtcNow();
                List<Loan> overdue = await process.InvokeAsync(() => Reports.Overdue(store.All, now));
                log.LogInformation("{Count} of {All} are overdue.", overdue.Count, store.All.Length);
                return overdue.Select(static loan => new
                {
                    loan.Id,
                    loan.Reader,
                    loan.Due,
                });
            }
        );

        reports.MapPost(
            "/search",
            static async (string[] words, LoanStore store, TroopProcess process, HttpContext context) =>
            {
                var asked = words.ToImmutableArray();
                var stop = context.RequestAborted;
                var found = await process.InvokeAsync(() => Reports.Search(store.All, asked, stop));
                return found.Count == 0 ? Results.NoContent() : Results.Json(found);
            }
        );
        return app;
    }
}
