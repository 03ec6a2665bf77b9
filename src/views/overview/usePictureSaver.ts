import { useI18n } from 'vue-i18n'
import { drawChartPicture } from '@/charts/chartPicture'
import type { ChartOption } from '@/charts/echarts'
import { downloadFile } from '@/composables/downloadFile'
import { useChartColors } from '@/composables/useChartColors'

/** Today as printed on forms: 2025年3月1日. */
const today = (): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' }).format(new Date())

/** Saves a chart as a picture that states its title, filters, date and 计分方案. */
export function usePictureSaver(
  filters: () => string,
  profiles: () => readonly string[],
): {
  /** @param height of the drawing without its heading, px */
  save: (title: string, option: ChartOption, format: 'png' | 'svg', height: number) => Promise<void>
} {
  const { t } = useI18n()
  const colors = useChartColors()

  return {
    async save(title, option, format, height) {
      const picture = await drawChartPicture(
        option,
        {
          title,
          lines: [
            t('overview.pictureFilters', { filters: filters() }),
            t('overview.pictureProfiles', { profiles: profiles().join('、') }),
            t('overview.pictureDate', { date: today() }),
          ],
        },
        format,
        { width: 1400, height, ink: colors.value.ink, paper: colors.value.paper },
      )
      downloadFile(`${title}.${format}`, picture)
    },
  }
}
