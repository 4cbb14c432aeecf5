using Dla.Etl.TestServers;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>What only a server has: roles, passwords, a line that breaks, other programs that stand in the way.</summary>
public class PostgresServerTests
{
    public static TheoryData<string, string, string, bool> Closed => new()
    {
        { "the server is down", "down", "ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้", true },
        { "the password is wrong", "password", "รหัสผ่าน", false },
        { "there is no password", "nopassword", "password", false },
        { "no such role", "role", "รหัสผ่าน", false },
        { "no such database", "database", "ไม่มีฐานข้อมูลชื่อนี้", false },
        { "the role may not enter the database", "entry", "ไม่มีสิทธิ์เข้าฐานข้อมูล", false },
    };

    [SkippableTheory]
    [MemberData(nameof(Closed))]
    public void A_server_that_does_not_let_us_in_is_said_clearly_and_without_the_password(string because, string how, string says, bool passes)
    {
        using var own = new OwnDatabase();
        if (how == "entry")
            own.Administer($"REVOKE CONNECT ON DATABASE {own.Name} FROM {own.Role}");
        var text = own.With(to => Spoil(to, how));
        var error = Should.Throw<ConnectionException>(() => Database.Open(text, TimeProvider.System), because);
        error.Message.ShouldContain(says);
        error.IsTransient.ShouldBe(passes, because);
        Database.IsLost(error).ShouldBeTrue();
        Should.Throw<ConnectionException>(() => Database.Exists(text), because).Message.ShouldBe(error.Message);
        error.ToString().ShouldNotContain(OwnDatabase.Password);
        Database.PlaceOf(text).ShouldNotContain(OwnDatabase.Password);
    }

    [SkippableFact]
    public void A_role_that_owns_its_schema_and_nothing_else_is_enough()
    {
        using var own = new OwnDatabase();
        own.Administer($"CREATE SCHEMA dla_etl AUTHORIZATION {own.Role}");
        Database.Exists(own.ConnectionString).ShouldBeFalse();
        using var database = Database.Open(own.ConnectionString, TimeProvider.System);
        Database.Exists(own.ConnectionString).ShouldBeTrue();
        var run = Given.Run(database);
        var file = Given.File(database, run, "A");
        database.Write(lane => ReturnLoading.Load(lane, run, file, Given.Workbook(["แบบทดสอบ"]), Given.Return(56, 1))).Sequence.ShouldBe(1);
        database.Write(Consolidation.Rebuild).Count.ShouldBe(1);
        database.Check().ShouldAllBe(thing => thing.IsWell);
        own.Ask<long>("SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_database() || '_r' AND c.relnamespace <> 'dla_etl'::regnamespace AND c.relkind = 'r'")
            .ShouldBe(0, "nothing of ours lies elsewhere");
    }

    public static TheoryData<string, string, string> Unready => new()
    {
        { "no schema, and no right to make one", "", "CREATE SCHEMA dla_etl AUTHORIZATION {role}" },
        { "somebody else's schema", "CREATE SCHEMA dla_etl", "GRANT USAGE, CREATE ON SCHEMA dla_etl TO {role}" },
        { "a schema full of something else", "CREATE SCHEMA dla_etl AUTHORIZATION {role}; CREATE TABLE dla_etl.recipe (name text)", "something else" },
    };

    [SkippableTheory]
    [MemberData(nameof(Unready))]
    public void A_schema_that_cannot_be_ours_is_refused_with_the_statement_that_mends_it(string because, string given, string says)
    {
        using var own = new OwnDatabase();
        if (given.Length > 0)
            own.Administer(given.Replace("{role}", own.Role, StringComparison.Ordinal));
        var error = Should.Throw<SchemaException>(() => Database.Open(own.ConnectionString, TimeProvider.System), because);
        error.Message.ShouldContain(says.Replace("{role}", own.Role, StringComparison.Ordinal));
        error.ToString().ShouldNotContain(OwnDatabase.Password);
    }

    [SkippableFact]
    public void A_schema_is_made_where_there_is_none_and_the_role_may()
    {
        using var own = new OwnDatabase();
        own.Administer($"GRANT CREATE ON DATABASE {own.Name} TO {own.Role}");
        using var database = Database.Open(own.With(to => to.SearchPath = "pao_2564"), TimeProvider.System);
        database.Write(ReceiptNumbers.Next).ShouldBe(1);
        own.Ask<long>("SELECT last FROM pao_2564.counter WHERE name = 'receipt'").ShouldBe(1);
    }

    [SkippableFact]
    public void Tables_that_another_role_made_are_named_as_the_trouble()
    {
        using var own = new OwnDatabase();
        own.Administer($"CREATE SCHEMA dla_etl; GRANT USAGE, CREATE ON SCHEMA dla_etl TO {own.Role}; CREATE TABLE dla_etl.schema_migration (number integer, name text, sha256 text)");
        Should.Throw<SchemaException>(() => Database.Open(own.ConnectionString, TimeProvider.System)).Message.ShouldContain("another one made");
    }

    [SkippableFact]
    public void A_database_that_cannot_hold_Thai_is_refused()
    {
        using var own = new OwnDatabase("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'");
        own.Administer($"CREATE SCHEMA dla_etl AUTHORIZATION {own.Role}");
        Should.Throw<SchemaException>(() => Database.Open(own.ConnectionString, TimeProvider.System)).Message.ShouldContain("UTF8");
    }

    [SkippableFact]
    public void The_order_of_text_is_that_of_its_bytes_whatever_the_database_thinks_of_Thai()
    {
        using var own = new OwnDatabase("ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'th-TH'");
        own.Administer($"CREATE SCHEMA dla_etl AUTHORIZATION {own.Role}");
        using var database = Database.Open(own.ConnectionString, TimeProvider.System);
        database.Write(lane =>
        {
            foreach (var path in new[] { "ข", "เก", "ก", "a", "B" })
                RunLog.Definition(lane, Values.ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(path)), "form", path);
        });
        own.Ask<string>("SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(ARRAY['ข', 'เก', 'ก', 'a', 'B']) x").ShouldBe("ก เก ข a B", "or the test tests nothing");
        own.Ask<string>("SELECT string_agg(path, ' ' ORDER BY path) FROM dla_etl.definition").ShouldBe("B a ก ข เก");
        database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    public static TheoryData<string, string, string> Meddling => new()
    {
        { "somebody gave a column the order of the server", "ALTER TABLE dla_etl.definition ALTER COLUMN path TYPE text COLLATE \"default\"", "column path of definition" },
        { "somebody switched the references off", "ALTER TABLE dla_etl.received_file DISABLE TRIGGER ALL", "of received_file is switched off" },
        { "somebody added a check without looking at the rows", "ALTER TABLE dla_etl.run ADD CONSTRAINT own CHECK (command <> '') NOT VALID", "constraint own of run" },
    };

    [SkippableTheory]
    [MemberData(nameof(Meddling))]
    public void What_an_administrator_weakened_is_noticed(string because, string meddling, string says)
    {
        using var own = new OwnDatabase();
        own.Administer($"CREATE SCHEMA dla_etl AUTHORIZATION {own.Role}");
        using var database = Database.Open(own.ConnectionString, TimeProvider.System);
        own.Administer(meddling);
        database.Check()[0].Complaints.ShouldContain(line => line.Contains(says, StringComparison.Ordinal), because);
    }

    [SkippableFact]
    public void A_session_is_called_after_its_node_and_its_commits_are_on_the_disk_whatever_the_settings_say()
    {
        using var storage = new PostgresUnderTest();
        var text = new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Options = "-c synchronous_commit=off -c lock_timeout=7000" }.ConnectionString;
        using var database = Database.Open(text, TimeProvider.System, "node-7");
        database.Write(lane =>
        {
            lane.Scalar<string>("SHOW application_name").ShouldBe("dla-etl node-7");
            lane.Scalar<string>("SHOW synchronous_commit").ShouldBe("on");
            lane.Scalar<string>("SHOW lock_timeout").ShouldBe("7s", "what the installation sets stands");
            lane.Scalar<string>("SHOW idle_in_transaction_session_timeout").ShouldBe("1min");
            lane.Scalar<string>("SHOW transaction_isolation").ShouldBe("read committed");
        });
    }

    private static void Spoil(NpgsqlConnectionStringBuilder to, string how)
    {
        switch (how)
        {
            case "down":
                using (var relay = new CuttableLine(PostgresUnderTest.Server()))
                    (to.Host, to.Port) = ("127.0.0.1", relay.Port);
                break;
            case "password":
                to.Password = OwnDatabase.Password + "x";
                break;
            case "nopassword":
                to.Password = null;
                break;
            case "role":
                to.Username = "dla_nobody";
                break;
            case "database":
                to.Database = "dla_nowhere";
                break;
        }
    }
}
