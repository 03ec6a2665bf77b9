import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { buildRankingOption } from '@/charts/buildRankingOption'
import type { ChartColors } from '@/charts/chartColors'
import type { ScoreKind } from '@/domain/summary/mainScore'
import type { ChartPanelContent } from './ChartPanel.vue'
import type { LostPoints } from '@/domain/aggregate/pointsTally'
import {
  rankLostPointsByColumn,
  rankLostPointsByIndicator,
  rankLostPointsByUnit,
} from '@/domain/aggregate/rankLostPoints'
import { formatDecimals } from '@/domain/decimal'
import type { EvaluationSummary, ScoreColumn } from '@/domain/summary/evaluationSummary'

export type LostPointsBy = 'indicator' | 'unit' | 'kind'

interface Loss extends LostPoints {
  key: string
  name: string
}

/** Where points are lost: by indicator, unit or kind, most first. */
export function useLostPointsPanel(
  shown: () => readonly EvaluationSummary[],
  by: () => LostPointsBy,
  score: () => ScoreKind,
  columnWord: (column: ScoreColumn) => string,
  colors: () => ChartColors,
): ComputedRef<ChartPanelContent> {
  const { t } = useI18n()

  function rank(): Loss[] {
    switch (by()) {
      case 'indicator':
        return rankLostPointsByIndicator(
          shown(),
          score() === 'computed' ? 'computed' : 'declared',
        ).map((loss) => ({ ...loss, key: loss.name }))
      case 'unit':
        return rankLostPointsByUnit(shown(), score()).map((loss) => ({
          ...loss,
          key: loss.key ?? '',
          name: loss.key ?? t('overview.noUnit'),
        }))
      case 'kind':
        return rankLostPointsByColumn(shown(), score()).map((loss) => ({
          ...loss,
          name: columnWord(loss.key),
        }))
    }
  }

  return computed(() => {
    const losses = rank().filter(({ lost }) => lost !== 0)
    const bars = losses.slice(0, 12).map(({ name, lost }) => ({ label: name, value: lost }))
    const format = (value: number): string => formatDecimals(value, 2)
    return {
      title: t('overview.lost.title'),
      note: t('overview.lost.note', { score: t(`words.score.${score()}`) }),
      none: t('overview.lost.none'),
      option: buildRankingOption(bars, colors(), format),
      height: bars.length * 26 + 16,
      columns: [
        t('overview.lost.columns.name'),
        t('overview.lost.columns.lost'),
        t('overview.lost.columns.maxScore'),
        t('overview.lost.columns.count'),
      ],
      rows: losses.slice(0, 200).map(({ key, name, lost, maxScore, count }) => ({
        key,
        name,
        figures: [format(lost), format(maxScore), String(count)],
        isLink: by() !== 'kind' && key !== '',
      })),
    }
  })
}
