import { nextTick } from 'vue'

/**
 * Keys of a block of the form, as in a sheet: Enter goes to the blank below, and so do the arrows up
 * and down among figures, which have one line. A text that is refused or asks for a reason is not left.
 */
export async function moveInForm(event: KeyboardEvent): Promise<void> {
  const { target, currentTarget: block, key } = event
  if (!(target instanceof HTMLTextAreaElement) || !(block instanceof HTMLElement)) return
  if (event.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
  const isArrow = key === 'ArrowUp' || key === 'ArrowDown'
  if (key !== 'Enter' && !(isArrow && target.closest('.figure'))) return
  event.preventDefault()
  await nextTick()
  const isKept = target.ariaInvalid === 'true' || document.activeElement !== target
  if (!isKept) neighbourOf(target, block, key === 'ArrowUp' ? 'above' : 'below')?.focus()
}

/** The nearest blank of the block above or below this one. */
function neighbourOf(
  field: HTMLTextAreaElement,
  block: HTMLElement,
  direction: 'above' | 'below',
): HTMLTextAreaElement | undefined {
  const from = field.getBoundingClientRect()
  const distanceTo = (to: DOMRect) =>
    direction === 'below' ? to.top - from.bottom : from.top - to.bottom
  return [...block.querySelectorAll('textarea')]
    .map((blank) => ({ blank, box: blank.getBoundingClientRect() }))
    .filter(({ box }) => box.left < from.right && box.right > from.left && distanceTo(box) >= 0)
    .sort((one, other) => distanceTo(one.box) - distanceTo(other.box))[0]?.blank
}
