import { writeXlsx } from 'hucre'
import { writeArchive } from '@/documents/writers/writeArchive'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { Report } from './benchApp'
import { generateEvaluations } from './generateEvaluations'

const FORMS = 500

/** 500 forms into one zip; beside it the library writing the same number of plain rows. */
export default async function bench(report: Report): Promise<void> {
  const evaluations = generateEvaluations({ count: FORMS, seed: 4 })
  const startedFloor = performance.now()
  for (const evaluation of evaluations) {
    const rows = evaluation.indicators.map((row) => [
      row.firstLevelLabel,
      row.secondLevelLabel,
      row.name,
      row.target.raw,
      row.actual?.raw ?? '',
      row.maxScore ?? '',
      row.declared?.score ?? '',
    ])
    await writeXlsx({ sheets: [{ name: '自评表', rows }] })
  }
  const floor = performance.now() - startedFloor
  for (const format of ['self-evaluation.xlsx', 'self-evaluation.docx'] as const) {
    const started = performance.now()
    const bytes = await writeArchive(evaluations, builtInProfiles, format)
    const time = performance.now() - started
    report(
      `${String(FORMS)} forms, ${format}: ${(time / FORMS).toFixed(1)} ms a form, ${(bytes.length / 1_000_000).toFixed(1)} MB`,
      time,
      { floor },
    )
  }
  console.log(
    `  peak memory of this process: ${(process.memoryUsage().rss / 1_000_000).toFixed(0)} MB`,
  )
}
