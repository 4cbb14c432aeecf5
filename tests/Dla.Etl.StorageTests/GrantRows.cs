using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Rows of local authorities as loading leaves them behind, without a file that says them.</summary>
internal static class GrantRows
{
    public static void Import(Database database, DateOnly? effective = null) => database.Write(lane =>
        AuthorityEditions.Import(lane, new RegistryImport(effective ?? MadeUpRegistry.Second, "made-up.csv", ContentHash.Of("made up"u8), MadeUpRegistry.Now.All), "test"));

    public static (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields) Grant(LocalAuthority authority, string item, long? received, long? disbursed) =>
        ($"{authority.Code}|{item}",
        [
            ("authority", "text", "text", null, authority.Code.ToString()), ("item", "text", "text", null, item),
            ("received", "figure", "baht", received * 100, null), ("disbursed", "figure", "baht", disbursed * 100, null),
        ]);

    public static (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields) Project(LocalAuthority authority, string name, string stage) =>
        ($"{authority.Code}|{name}",
        [
            ("authority", "text", "text", null, authority.Code.ToString()), ("project", "text", "text", null, name),
            ("stage", "text", "text", null, stage), ("allocated", "figure", "baht", 100_000, null),
        ]);

    public static (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields) NoProject(LocalAuthority authority) =>
        (authority.Code.ToString(), [("authority", "text", "text", null, authority.Code.ToString()), ("project", "text", "text", null, "none"), ("stage", "text", "text", null, null)]);

    public static (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields) Plan(LocalAuthority authority, long projects, long baht) =>
        (authority.Code.ToString(),
        [
            ("authority", "text", "text", null, authority.Code.ToString()),
            .. PlanSteps.All.Select(step => (step.Field(PlanFigure.Projects), "figure", "quantity", (long?)projects * Quantity.Scale, (string?)null)),
            .. PlanSteps.All.Select(step => (step.Field(PlanFigure.Baht), "figure", "baht", (long?)baht * 100, (string?)null)),
        ]);

    public static (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields) NoPlan(LocalAuthority authority) =>
        (authority.Code.ToString(), [("authority", "text", "text", null, authority.Code.ToString()), ("result", "text", "text", null, "none")]);

    // What loading leaves behind, without a file that says it.
    public static void Load(
        Database database, string form, Period period, string unit, string group, params (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields)[] rows) =>
        Load(database, form, period, unit, group, 1, null, rows);

    public static void Load(
        Database database, string form, Period period, string unit, string group, int version, int? reverts,
        params (string Key, (string Field, string Role, string Type, long? Amount, string? Text)[] Fields)[] rows)
    {
        var run = Given.Run(database);
        var file = Given.File(database, run, $"{form} {period} {unit} {version}", new DateTimeOffset(2023, 6, 5, 9, 0, 0, TimeSpan.FromHours(7)));
        database.Write(lane =>
        {
            var id = lane.NewId();
            lane.Execute(
                """
                INSERT INTO return_version (id, form, fiscal_year, unit, version, received_file_id, run_id, sequence, received_at, timeliness, form_hash, facts, reverts_version)
                VALUES (@id, @form, @year, @unit, @version, @file, @run, @sequence, '2023-06-05T02:00:00.0000000Z', 'on_time', 'x', @facts, @reverts)
                """,
                new { id, form, year = period.Number, unit, version, reverts, file, run, sequence = CommitSequence.Next(lane, run, "test"), facts = rows.Sum(row => row.Fields.Length) });
            var position = 0;
            for (var row = 0; row < rows.Length; row++)
                foreach (var (field, role, type, amount, text) in rows[row].Fields)
                    lane.Execute(
                        """
                        INSERT INTO fact (version_id, position, row_position, group_code, item_code, field_code, role, type, state, amount, text, cell)
                        VALUES (@id, @position, @row, @group, @key, @field, @role, @type, @state, @amount, @text, 'A1')
                        """,
                        new { id, position = position++, row, group, key = rows[row].Key, field, role, type, state = amount is null && text is null ? "missing" : "value", amount, text });
        });
    }
}
