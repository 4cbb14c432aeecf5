-- Every quantity that a province stated, as of @sequence; a missing one gives no line.
-- {unit_figures} is the warehouse's own selection of the standing versions' figures (Warehouse/unit-figures.sql).
SELECT unit AS Unit, group_code AS GroupCode, item_code AS ItemCode, field_code AS FieldCode,
  unit_of_measure AS UnitOfMeasure, amount AS Amount, version_id AS VersionId
FROM {unit_figures} figure
ORDER BY unit, group_code, item_code, field_code, unit_of_measure
