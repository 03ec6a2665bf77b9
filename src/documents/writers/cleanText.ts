/**
 * Text as XML 1.0 can carry it: control characters (but tab and line breaks) are dropped, a lone
 * surrogate becomes U+FFFD. Office programs refuse a whole file for one such character.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/\r\n?/g, '\n')
}
