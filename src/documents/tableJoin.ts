/**
 * Style of the empty paragraph, a point high, between the head of a form and its indicator table.
 * Word repeats header rows only at the top of a table, so a form that we write is two tables; the
 * reader joins tables that only a paragraph of this style keeps apart.
 */
export const TABLE_JOIN_STYLE = 'JipingTableJoin'
