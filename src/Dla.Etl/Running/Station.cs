using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A node at its work: what every job needs, the same for all of them in one process.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Workplace">Folders, forms, reports, rules of this installation.</param>
/// <param name="Leases">Under which the jobs of all nodes work.</param>
public sealed record Station(Database Warehouse, Workplace Workplace, Leases Leases);
