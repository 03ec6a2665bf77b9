import type { BrowserContext } from '@playwright/test'

/**
 * Reports what the page shows as saved: each time the state turns to 已保存, the text that was last
 * left with Enter. Call before the page is opened.
 */
export async function watchSaved(
  context: BrowserContext,
  onSaved: (text: string) => void,
): Promise<void> {
  await context.exposeBinding('reportSaved', (_source, text: string) => onSaved(text))
  await context.addInitScript(() => {
    const { reportSaved } = globalThis as unknown as { reportSaved: (text: string) => void }
    let committed: string | undefined
    document.addEventListener(
      'keydown',
      ({ key, target }) => {
        if (key === 'Enter' && target instanceof HTMLTextAreaElement) committed = target.value
      },
      true,
    )
    new MutationObserver((changes) => {
      const isSaved = changes.some(
        ({ target }) => (target as Element).getAttribute('data-state') === 'saved',
      )
      if (isSaved && committed !== undefined) reportSaved(committed)
    }).observe(document, { attributes: true, attributeFilter: ['data-state'], subtree: true })
  })
}
