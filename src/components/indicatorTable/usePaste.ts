import { type ShallowRef, shallowRef } from 'vue'
import { buildPaste, type PastePlan, type PasteTarget } from './buildPaste'
import { parsePastedBlock } from './parsePastedBlock'
import type { EditingSource } from './useCellEditing'

export interface Paste {
  /** What would land where; undefined while nothing waits. */
  plan: Readonly<ShallowRef<PastePlan | undefined>>
  /** Why a block cannot land at all; '' otherwise. */
  refusal: Readonly<ShallowRef<string>>
  /** @returns whether the clipboard held a block, so that it is not typing. */
  offer: (event: ClipboardEvent) => boolean
  land: () => void
  cancel: () => void
}

/** A block from Excel or WPS: shown where it would land first, then taken as one command. */
export function usePaste(
  { send, t }: Pick<EditingSource, 'send' | 't'>,
  target: () => PasteTarget | undefined,
): Paste {
  const plan = shallowRef<PastePlan>()
  const refusal = shallowRef('')

  function offer(event: ClipboardEvent): boolean {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const block = parsePastedBlock(html, text)
    const place = target()
    if (!block || !place) return false
    const outcome = buildPaste(block, place)
    plan.value = outcome.kind === 'plan' ? outcome.plan : undefined
    refusal.value =
      outcome.kind === 'too-wide'
        ? t('evaluation.paste.tooWide', {
            columns: outcome.columns,
            room: outcome.room,
            column: t(`evaluation.column.${place.at.column}`),
          })
        : outcome.kind === 'readonly'
          ? t('evaluation.paste.readonly', { column: t(`evaluation.column.${outcome.column}`) })
          : ''
    return true
  }

  function land() {
    const edits = plan.value?.edits ?? []
    cancel()
    if (edits.length > 0) send(edits)
  }

  function cancel() {
    plan.value = undefined
    refusal.value = ''
  }

  return { plan, refusal, offer, land, cancel }
}
