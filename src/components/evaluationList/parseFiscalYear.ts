/** A year as typed; `undefined` for what is no year of a budget anyone will enter here. */
export function parseFiscalYear(text: string): number | undefined {
  const folded = text.normalize('NFKC').trim()
  if (!/^\d{4}$/.test(folded)) return undefined
  const year = Number(folded)
  return year >= 1990 && year <= 2100 ? year : undefined
}
