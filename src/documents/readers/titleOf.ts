import type { Grid } from '../grid'

const NEAR = 6
const MOST_LETTERS = 40

/** The heading in front of a table: the nearest short line that names a table, else the last short line. */
export function titleOf(textBefore: Grid['textBefore']): string {
  const near = textBefore
    .slice(-NEAR)
    .map(({ text }) => text)
    .filter((text) => text.length <= MOST_LETTERS)
  return near.findLast((text) => /表\s*$/.test(text)) ?? near.at(-1) ?? ''
}
