using System.Data.Common;
using Dapper;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Values;

namespace Dla.Etl.Running;

/// <summary>What a subscription has already sent to a post.</summary>
internal sealed class SentBefore(DbConnection connection, string subscription, Period period, string role)
{
    private readonly List<SentPeriod> _sent = connection.Query<SentPeriod>(
        """
        SELECT s.period AS Period, s.place AS Place, s.content_hash AS Content
        FROM subscription_mail s JOIN outbox o ON o.id = s.outbox_id
        WHERE s.subscription = @subscription AND s.fiscal_year = @year AND s.role = @role ORDER BY o.number
        """,
        new { subscription, year = period.Number, role }).AsList();

    /// <summary>True when the n-th address still lacks the mail of an occasion.</summary>
    /// <param name="place">Place of the address.</param>
    /// <param name="period">The occasion.</param>
    /// <param name="content">What the report says now; null when it is not there, so that it is not known to be the same.</param>
    public bool Lacks(int place, SubscriptionPeriod period, string? content)
    {
        var own = _sent.Where(one => one.Place == place).ToList();
        return period.OnlyWhenChanged && content is not null
            ? !own.Exists(one => one.Period == period.Key) && (own.Count == 0 || own[^1].Content != content)
            : period.OnlyWhenChanged || !own.Exists(one => one.Period == period.Key);
    }

    private sealed record SentPeriod
    {
        public string Period { get; init; } = "";

        public int Place { get; init; }

        public string Content { get; init; } = "";
    }
}
