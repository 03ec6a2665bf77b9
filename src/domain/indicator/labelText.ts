/** Label of a level without what forms print around it: brackets, numbering, spaces, 指标. */
export function bareLabel(label: string): string {
  return label
    .replace(/\s+/g, '')
    .replace(/[(（【[][^)）】\]]*[)）】\]]/g, '')
    .replace(/^[一二三四五六七八九十\d]+[、.．]/, '')
    .replace(/指标$/, '')
}
