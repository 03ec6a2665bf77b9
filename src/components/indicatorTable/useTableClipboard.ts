import { writeTabbed } from './parsePastedBlock'

/** Whether the caret stands in a text of its own; copy and paste are about that text then. */
function isWritingInCell({ target }: Event): boolean {
  return !(target instanceof Element && target.closest('.editor.navigate'))
}

/**
 * Copy and paste of blocks of cells.
 * @param selectedBlock texts of the selected cells, row by row; none without a selection
 * @param offer shows what a paste would do; whether there is anything to show
 */
export function useTableClipboard(
  selectedBlock: () => string[][] | undefined,
  offer: (event: ClipboardEvent) => boolean,
) {
  return {
    onCopy: (event: ClipboardEvent) => {
      const block = isWritingInCell(event) ? undefined : selectedBlock()
      if (!block) return
      event.clipboardData?.setData('text/plain', writeTabbed(block))
      event.preventDefault()
    },
    onPaste: (event: ClipboardEvent) => {
      if (!isWritingInCell(event) && offer(event)) event.preventDefault()
    },
  }
}
