using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>What a connection string of PostgreSQL is taken for; no server is asked.</summary>
public class PostgresSettingsTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "postgres://dla:secret-word@localhost/dla", "URL" },
        { "postgresql://dla:secret-word@localhost/dla", "URL" },
        { "Host=localhost;Username=dla;Passwort=secret-word", "keywords" },
        { "Host=localhost;Username=dla;Password=half;secret-word=half", "keywords" },
        { "Host=localhost;Username=dla;Password=secret-word;Port=many", "keywords" },
        { "Host=localhost;Username=dla;Password=\"secret-word", "keywords" },
        { "Host=localhost;Password=secret-word", "Username" },
        { "Host=localhost;Username=dla;Password=secret-word;Search Path=dla_etl,public", "Search Path" },
        { "Host=localhost;Username=dla;Password=secret-word;Search Path=Dla", "Search Path" },
        { "Host=localhost;Username=dla;Password=secret-word;Search Path=dla\"; DROP TABLE run", "Search Path" },
        { "Host=localhost;Username=dla;Password=secret-word;Search Path=pg_temp", "Search Path" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_connection_string_that_is_not_understood_is_refused_and_no_secret_is_shown(string text, string says)
    {
        var error = Should.Throw<ArgumentException>(() => Database.Open(text, TimeProvider.System));
        error.Message.ShouldContain(says);
        error.ToString().ShouldNotContain("secret-word");
        Should.Throw<ArgumentException>(() => Database.PlaceOf(text)).ToString().ShouldNotContain("secret-word");
    }

    [Theory]
    [InlineData("Host=db.example;Username=dla;Password=secret-word", "PostgreSQL db.example:5432, database dla, role dla, schema dla_etl")]
    [InlineData("server = db.example ; Port=6000; User Id=dla; Database=local; Search Path=own_1; Passfile=/etc/x", "PostgreSQL db.example:6000, database local, role dla, schema own_1")]
    [InlineData("Host=/run/postgresql;Username=dla", "PostgreSQL /run/postgresql:5432, database dla, role dla, schema dla_etl")]
    public void The_place_says_where_and_as_whom_and_nothing_secret(string text, string place)
    {
        Database.PlaceOf(text).ShouldBe(place);
        Database.FileOf(text).ShouldBeNull();
    }

    [Theory]
    [InlineData("/data/warehouse.db")]
    [InlineData("/data/host=1/warehouse.db")]
    [InlineData("Data Source=/data/warehouse.db")]
    public void Everything_else_is_a_file(string text) => Database.FileOf(text).ShouldBe(text.Replace("Data Source=", "", StringComparison.Ordinal));

    [Fact]
    public void Readers_are_read_only_and_what_was_set_is_kept()
    {
        var settings = PostgresSettings.Of("Host=h;Username=u;Command Timeout=5;Maximum Pool Size=3;Application Name=own;Options=-c work_mem=64MB", "n");
        var reading = new NpgsqlConnectionStringBuilder(settings.For(readOnly: true));
        (reading.CommandTimeout, reading.MaxPoolSize, reading.ApplicationName).ShouldBe((5, 3, "own"));
        reading.Options!.ShouldContain("-c work_mem=64MB");
        reading.Options!.ShouldEndWith("-c default_transaction_read_only=on");
        new NpgsqlConnectionStringBuilder(settings.For(readOnly: false)).Options!.ShouldEndWith("-c default_transaction_read_only=off");
    }
}
