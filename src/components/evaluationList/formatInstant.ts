/** An ISO instant on the clock of this machine: "2025-11-21 08:57". */
export function formatInstant(iso: string): string {
  const instant = new Date(iso)
  const date = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()]
  const time = [instant.getHours(), instant.getMinutes()]
  return `${date.map(twoDigits).join('-')} ${time.map(twoDigits).join(':')}`
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
