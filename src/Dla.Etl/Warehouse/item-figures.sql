-- Unit figures added up over the units, each unit of measure for itself. {unit_figures} is the text of unit-figures.sql
-- or the name of the table that holds its result: the sums are the same sums whether consolidated or asked as of a sequence.
SELECT
  u.form, u.fiscal_year, u.group_code, u.item_code, u.field_code, u.unit_of_measure,
  CAST(sum(u.amount) AS BIGINT) AS total, count(*) AS units_reported, min(u.amount) AS smallest, max(u.amount) AS largest
FROM {unit_figures} u
WHERE u.form = @form AND u.fiscal_year = @year
GROUP BY u.form, u.fiscal_year, u.group_code, u.item_code, u.field_code, u.unit_of_measure
