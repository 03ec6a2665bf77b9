import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { buildExecutionScatterOption } from '@/charts/buildExecutionScatterOption'
import { buildRankingOption } from '@/charts/buildRankingOption'
import type { ChartColors } from '@/charts/chartColors'
import type { ChartPanelContent } from './ChartPanel.vue'
import { compareDeclaredByUnit } from '@/domain/aggregate/compareDeclared'
import { compareYearsOfProjects } from '@/domain/aggregate/compareYearsOfProjects'
import { countFindingsByCode } from '@/domain/aggregate/countFindings'
import { listUnfilled, missingRows } from '@/domain/aggregate/filingProgress'
import { relateExecutionToScore } from '@/domain/aggregate/relateExecutionToScore'
import { formatDecimals } from '@/domain/decimal'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { unitOf } from '@/domain/summary/unitOf'

/** Rows of a table beside a picture; a longer list is what the ledger is for. */
const longest = 200
/** Bars of a ranking. */
const barCount = 12

const points = (value: number): string => formatDecimals(value, 2)
const signed = (value: number): string => `${value > 0 ? '+' : ''}${points(value)}`

/** 自评分 − 规则分 by unit, the largest difference first. */
export function useDifferencePanel(
  shown: () => readonly EvaluationSummary[],
  colors: () => ChartColors,
): ComputedRef<ChartPanelContent> {
  const { t } = useI18n()
  return computed(() => {
    const units = compareDeclaredByUnit(shown()).filter(({ higher, lower }) => higher + lower > 0)
    const named = units.map((unit) => ({ ...unit, label: unit.unit ?? t('overview.noUnit') }))
    const bars = named.slice(0, barCount).map(({ label, difference }) => ({
      label,
      value: difference,
    }))
    return {
      title: t('overview.difference.title'),
      note: t('overview.difference.note'),
      none: t('overview.difference.none'),
      option: buildRankingOption(bars, colors(), signed),
      height: bars.length * 26 + 16,
      columns: [
        t('overview.difference.columns.unit'),
        t('overview.difference.columns.difference'),
        t('overview.difference.columns.count'),
      ],
      rows: named.slice(0, longest).map(({ label, unit, difference, higher, lower, equal }) => ({
        key: unit ?? '',
        name: label,
        figures: [signed(difference), String(higher + lower + equal)],
        isLink: unit !== undefined,
      })),
    }
  })
}

/** Open findings by kind, errors first. */
export function useFindingsPanel(
  shown: () => readonly EvaluationSummary[],
): ComputedRef<ChartPanelContent> {
  const { t } = useI18n()
  return computed(() => ({
    title: t('overview.findings.title'),
    note: t('overview.findings.note'),
    none: t('overview.findings.none'),
    height: 0,
    columns: [
      t('overview.findings.columns.code'),
      t('overview.findings.columns.severity'),
      t('overview.findings.columns.count'),
      t('overview.findings.columns.evaluations'),
    ],
    rows: countFindingsByCode(shown()).map(({ code, severity, findings, evaluations }) => ({
      key: code,
      name: t(`words.finding.${code}`),
      figures: [t(`words.severity.${severity}`), String(findings), String(evaluations)],
    })),
  }))
}

/** 预算执行率 against 总分, one dot an evaluation. */
export function useExecutionPanel(
  shown: () => readonly EvaluationSummary[],
  colors: () => ChartColors,
): ComputedRef<ChartPanelContent> {
  const { t } = useI18n()
  return computed(() => {
    const dots = relateExecutionToScore(shown())
    return {
      title: t('overview.execution.title'),
      note: t('overview.execution.note'),
      none: t('overview.execution.none'),
      option: buildExecutionScatterOption(dots, colors(), {
        executionRate: t('overview.execution.columns.rate'),
        total: t('overview.execution.columns.total'),
      }),
      height: 320,
      columns: [
        t('overview.execution.columns.name'),
        t('overview.execution.columns.rate'),
        t('overview.execution.columns.total'),
      ],
      rows: [...dots]
        .sort((a, b) => a.executionRate - b.executionRate)
        .slice(0, longest)
        .map(({ id, projectName, executionRate, total }) => ({
          key: id,
          name: projectName,
          figures: [`${formatDecimals(executionRate * 100, 2)}%`, points(total)],
          isLink: true,
        })),
    }
  })
}

/** 同比: continuing projects, the largest fall first. */
export function useYearsPanel(
  shown: () => readonly EvaluationSummary[],
): ComputedRef<ChartPanelContent> {
  const { t } = useI18n()
  const changeText = (change: number): string => {
    if (change === 0) return t('overview.years.same')
    const value = points(Math.abs(change))
    return change > 0 ? t('overview.years.up', { value }) : t('overview.years.down', { value })
  }
  return computed(() => {
    const changes = compareYearsOfProjects(shown()).flatMap(({ before, after, change }) =>
      change === undefined ? [] : [{ before, after, change }],
    )
    const total = ({ scores }: EvaluationSummary): string =>
      points((scores.reviewed.total ?? scores.declared.total ?? scores.computed.total) as number)
    return {
      title: t('overview.years.title'),
      note: t('overview.years.note'),
      none: t('overview.years.none'),
      height: 0,
      columns: [
        t('overview.years.columns.name'),
        t('overview.years.columns.from'),
        t('overview.years.columns.to'),
        t('overview.years.columns.change'),
      ],
      rows: changes
        .sort((a, b) => a.change - b.change)
        .slice(0, longest)
        .map(({ before, after, change }) => ({
          key: after.id,
          name: `${String(after.fiscalYear ?? '')} ${after.projectName}`,
          figures: [total(before), total(after), changeText(change)],
          isLink: true,
        })),
    }
  })
}

/** Who has not filled in what, the most missing rows first; the whole list only on demand. */
export function useFilingPanel(shown: () => readonly EvaluationSummary[]): {
  content: ComputedRef<ChartPanelContent>
  /** Heading and all rows, for a list that is copied or kept as a file. */
  list: () => string[][]
} {
  const { t } = useI18n()
  const columns = computed(() => [
    t('overview.filing.columns.name'),
    t('overview.filing.columns.unit'),
    t('overview.filing.columns.progress'),
    t('overview.filing.columns.missing'),
  ])
  const incomplete = computed(() => listUnfilled(shown()))
  const rowOf = (summary: EvaluationSummary) => ({
    key: summary.id,
    name: `${String(summary.fiscalYear ?? '')} ${summary.projectName}`.trim(),
    figures: [
      unitOf(summary) ?? t('overview.noUnit'),
      `${String(summary.filled)}/${String(summary.of)}`,
      String(missingRows(summary)),
    ],
    isLink: true,
  })
  const content = computed(() => ({
    title: t('overview.filing.title'),
    note:
      incomplete.value.length > longest
        ? t('overview.filing.noteFirst', { first: longest, count: incomplete.value.length })
        : t('overview.filing.note', { count: incomplete.value.length }),
    none: t('overview.filing.none'),
    height: 0,
    columns: columns.value,
    rows: incomplete.value.slice(0, longest).map(rowOf),
  }))
  return {
    content,
    list: () => [
      columns.value,
      ...incomplete.value.map(rowOf).map(({ name, figures }) => [name, ...figures]),
    ],
  }
}
