namespace Dla.Etl.Jobs.Hosting;

/// <summary>A time in which the database does not answer: whoever meets it says so once, not at every try.</summary>
internal sealed class Outage
{
    private readonly Lock _changing = new();
    private readonly HashSet<(string Category, string Message)> _said = [];
    private bool _isUnderWay;
    private bool _isAnnounced;

    /// <summary>Notes that the database did not answer.</summary>
    /// <returns>True the first time that this is said in this outage.</returns>
    public bool Begin(string category, string message)
    {
        lock (_changing)
        {
            _isUnderWay = true;
            return _said.Add((category, message));
        }
    }

    /// <summary>Notes that the database was lost, by one who says nothing of it.</summary>
    public void Begin()
    {
        lock (_changing)
            _isUnderWay = true;
    }

    /// <summary>Says that the database does not answer, unless that was said in this outage.</summary>
    public void Announce(ILogger log, Exception lost)
    {
        lock (_changing)
        {
            if (_isAnnounced)
                return;
            (_isUnderWay, _isAnnounced) = (true, true);
        }

        log.LogError("The database does not answer; work goes on when it is back, and this is not said again until then: {Trouble}", lost.Message);
    }

    /// <summary>Notes that the database answers.</summary>
    /// <returns>True when it did not before.</returns>
    public bool End()
    {
        lock (_changing)
        {
            var was = _isUnderWay;
            (_isUnderWay, _isAnnounced) = (false, false);
            _said.Clear();
            return was;
        }
    }
}
