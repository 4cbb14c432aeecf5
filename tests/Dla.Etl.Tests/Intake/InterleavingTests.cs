using System.Globalization;
using Dla.Etl.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Intake;

/// <summary>People and runs in any order, runs killed anywhere: every delivery ends exactly once in the archive, the table and the received folder.</summary>
public sealed class InterleavingTests
{
    private const int Slots = 3;

    [Fact]
    public void Every_delivery_ends_exactly_once_everywhere() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), choices => Play(choices ?? []))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(40));

    private static void Play(byte[] choices)
    {
        using IntakeWorkspace workspace = new();
        People people = new(workspace);
        foreach (byte choice in choices)
        {
            int slot = choice / 16 % Slots;
            switch (choice % 16)
            {
                case <= 4: people.Deliver(slot, people.NewContent()); break;
                case <= 6: people.DeliverAgain(slot); break;
                case 7: people.Remove(slot); break;
                case <= 9: people.SeeAllTaken(() => workspace.RunOnce()); break;
                default: workspace.RunKilledAt(ReceptionSteps.All[choice / 16 % ReceptionSteps.All.Count]); break;
            }
        }

        people.SeeAllTaken(() => workspace.RunOnce());
        workspace.ShouldBeWhole();
        people.CheckTable();
    }

    private sealed class People(IntakeWorkspace workspace)
    {
        private readonly string?[] _inDrop = new string?[Slots];
        private readonly List<string> _surelyTaken = [];
        private readonly List<string> _perhapsTaken = [];
        private int _contents;

        public string NewContent() => $"content {(++_contents).ToString(CultureInfo.InvariantCulture)}";

        public void Deliver(int slot, string content)
        {
            Disturb(slot);
            workspace.Put(PathOf(slot), content);
            _inDrop[slot] = content;
        }

        // Bytes that were taken come again: a delivery of their own.
        public void DeliverAgain(int slot)
        {
            if (_surelyTaken.Count > 0 && !File.Exists(workspace.InDrop(PathOf(slot)))) Deliver(slot, _surelyTaken[^1]);
        }

        public void Remove(int slot)
        {
            Disturb(slot);
            if (_inDrop[slot] is not null) File.Delete(workspace.InDrop(PathOf(slot)));
            _inDrop[slot] = null;
        }

        public void SeeAllTaken(Action run)
        {
            run();
            for (int slot = 0; slot < Slots; slot++)
            {
                if (_inDrop[slot] is { } content) _surelyTaken.Add(content);
                _inDrop[slot] = null;
            }
        }

        public void CheckTable()
        {
            string[] rows = [.. workspace.Rows().Select(row => row.Hash)];
            foreach (string content in _surelyTaken.Concat(_perhapsTaken).Distinct(StringComparer.Ordinal))
            {
                string hash = IntakeWorkspace.HashOfText(content);
                int least = _surelyTaken.Count(taken => taken == content);
                int most = least + _perhapsTaken.Count(taken => taken == content);
                rows.Count(row => row == hash).ShouldBeInRange(least, most, content);
            }

            rows.ShouldAllBe(row => _surelyTaken.Concat(_perhapsTaken).Any(content => IntakeWorkspace.HashOfText(content) == row));
        }

        // Taken away or overwritten before a run came to its end: taken only if a killed run had come far enough. Set aside already: surely taken.
        private void Disturb(int slot)
        {
            if (_inDrop[slot] is not { } content) return;
            bool stillThere = File.Exists(workspace.InDrop(PathOf(slot)));
            (stillThere ? _perhapsTaken : _surelyTaken).Add(content);
        }

        private static string PathOf(int slot) => slot == 0 ? "top.xlsx" : $"5{slot}-จังหวัด/ปริมาณ.xlsx";
    }
}
