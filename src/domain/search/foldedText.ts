/** Text as it is searched: full-width as half-width, lower case, without spaces. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** Words of a query; each must be found somewhere. */
export function queryTokens(query: string): string[] {
  return [...new Set(query.normalize('NFKC').toLowerCase().split(/\s+/))].filter(Boolean)
}
