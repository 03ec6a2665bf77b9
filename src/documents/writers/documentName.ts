import type { Evaluation, MonitoringMonth } from '@/domain/evaluation/evaluation'
import type { DocumentFormat } from './documentFormat'

const KIND: Readonly<Record<DocumentFormat, { name: string; extension: string }>> = {
  'self-evaluation.xlsx': { name: '自评表', extension: 'xlsx' },
  'self-evaluation.docx': { name: '自评表', extension: 'docx' },
  'targets.xlsx': { name: '绩效目标表', extension: 'xlsx' },
  'targets.docx': { name: '绩效目标表', extension: 'docx' },
  'declaration.xlsx': { name: '绩效目标申报表', extension: 'xlsx' },
  'declaration.docx': { name: '绩效目标申报表', extension: 'docx' },
  'monitoring.xlsx': { name: '绩效运行监控表', extension: 'xlsx' },
  'monitoring.docx': { name: '绩效运行监控表', extension: 'docx' },
  'report.docx': { name: '绩效评价报告', extension: 'docx' },
  'summary.xlsx': { name: '绩效评价汇总台账', extension: 'xlsx' },
  csv: { name: '绩效指标明细', extension: 'csv' },
  json: { name: '绩效评价数据', extension: 'json' },
}

/** Bytes of a whole name: Linux allows 255, and a path on Windows 260 characters in all. */
const MAX_BYTES = 200
const FORBIDDEN = '<>:"/\\|?*'
const ALLOWED_INSTEAD = '＜＞：＂／＼｜？＊'
/** Device names of Windows, which are devices with any extension too. */
const RESERVED = /^(?:CON|PRN|AUX|NUL|CLOCK\$|(?:COM|LPT)[0-9¹²³])(?=\.|$)/i

/**
 * One part of a file name that Windows, macOS and Linux accept: signs they forbid become their
 * full-width forms, so that the name still reads the same; invisible and direction-changing
 * characters, which disguise an extension, are dropped.
 */
export function safeNamePart(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, (sign) => ALLOWED_INSTEAD.charAt(FORBIDDEN.indexOf(sign)))
    .replace(/^[\s.]+|[\s.]+$/g, '')
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length

function cutToBytes(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text
  let cut = ''
  for (const character of text) {
    if (byteLength(cut + character) > bytes) break
    cut += character
  }
  return cut.replace(/[\s.]+$/, '')
}

function joinName(parts: readonly string[], suffix: string): string {
  const stem = parts.filter((part) => part !== '').join('_')
  const name = `${cutToBytes(stem, MAX_BYTES - byteLength(suffix))}${suffix}`
  return RESERVED.test(name) ? `_${name}` : name
}

/**
 * Name of an exported file: `2025_<实施单位>_<项目名称>_自评表.xlsx`. What is not filled in is left out.
 * For several evaluations in one file the project is replaced by their number: `12个项目`; the year
 * and the unit stand in the name where all of them share it.
 *
 * @param month of monitoring forms, where one was chosen: `…_绩效运行监控表_1-8月.xlsx`.
 */
export function documentName(
  evaluations: readonly Evaluation[],
  format: DocumentFormat,
  month?: MonitoringMonth,
): string {
  const { name, extension } = KIND[format]
  const shared = (values: readonly (string | undefined)[]): string => {
    const [first] = values
    return first !== undefined && values.every((value) => value === first) ? first : ''
  }
  const year = shared(evaluations.map(({ fiscalYear }) => fiscalYear?.toString()))
  const unit = shared(
    evaluations.map((evaluation) => evaluation.implementingUnit ?? evaluation.competentDepartment),
  )
  const [only] = evaluations
  const project =
    evaluations.length === 1 && only ? only.projectName : `${String(evaluations.length)}个项目`
  const stretch = month === undefined ? '' : `_1-${String(month)}月`
  const suffix = `_${name}${stretch}.${extension}`
  const parts = [year, unit, project].map(safeNamePart)
  // A very long unit must not push the project out of the name.
  const unitBytes = Math.max(60, MAX_BYTES - byteLength(suffix) - byteLength(parts[2] ?? '') - 8)
  return joinName([parts[0] ?? '', cutToBytes(parts[1] ?? '', unitBytes), parts[2] ?? ''], suffix)
}

/** Name of the archive that holds one file an evaluation. */
export function archiveName(
  evaluations: readonly Evaluation[],
  format: DocumentFormat,
  month?: MonitoringMonth,
): string {
  return documentName(evaluations, format, month).replace(/\.[a-z]+$/, '.zip')
}

/**
 * The same names, each once: the second and later of equal ones get ` (2)`, ` (3)` before the
 * extension. Names that differ in case only are equal, as they are on Windows.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    let candidate = name
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = `${name.slice(0, dot)} (${String(count)})${name.slice(dot)}`
    }
    taken.add(candidate.toLowerCase())
    return candidate
  })
}
