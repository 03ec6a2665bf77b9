const twoDigits = (part: number): string => String(part).padStart(2, '0')

/** "绩评备份_20251121_0857.jiping", on the clock of this machine; safe on Windows. */
export function backupFileName(word: string, at: Date): string {
  const day = `${String(at.getFullYear())}${twoDigits(at.getMonth() + 1)}${twoDigits(at.getDate())}`
  return `${word}_${day}_${twoDigits(at.getHours())}${twoDigits(at.getMinutes())}.jiping`
}
