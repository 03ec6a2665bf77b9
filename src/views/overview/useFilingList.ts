import { ElMessage } from 'element-plus'
import { useI18n } from 'vue-i18n'
import { downloadFile } from '@/composables/downloadFile'
import { formatCsvCell } from '@/documents/writers/writeCsv'

/** Without https a page has no `navigator.clipboard`; the older command works everywhere. */
function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  const focused = document.activeElement
  field.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on a plain http intranet
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}

/** The list of who has not filled in what, to paste into a table or to keep as a file. */
export function useFilingList() {
  const { t } = useI18n()

  function handOutList(rows: readonly string[][], as: 'clipboard' | 'file'): void {
    const write = (separator: string) =>
      rows.map((row) => row.map(formatCsvCell).join(separator)).join('\r\n')
    if (as === 'file') {
      const content = new Blob(['\uFEFF', write(',')], { type: 'text/csv;charset=utf-8' })
      downloadFile(`${t('overview.filing.fileName')}.csv`, content)
      return
    }
    const message = copyText(write('\t'))
      ? t('overview.filing.copied', { count: rows.length - 1 })
      : t('overview.filing.notCopied')
    ElMessage({ message })
  }

  return { handOutList }
}
