import { expect, type Page } from '@playwright/test'

/** What a page did that it must not do, from its first script on. */
export interface PageWatch {
  /** Calls of `hit()`: texts that ran as script. */
  hits: string[]
  /** Reports of the content security policy and of Trusted Types. */
  violations: string[]
  /** Errors that nothing caught. */
  errors: string[]
  /** Requests to anywhere but the page's own host. */
  foreignRequests: string[]
}

/** Begins to watch; call before the first `goto`. `hit()` exists in every frame of the page. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const watch: PageWatch = { hits: [], violations: [], errors: [], foreignRequests: [] }
  await page.exposeFunction('hit', () => watch.hits.push(page.url()))
  await page.exposeFunction('reportViolation', (text: string) => watch.violations.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const place = `${sourceFile}:${String(lineNumber)}`
      ;(window as unknown as { reportViolation: (text: string) => void }).reportViolation(
        `${violatedDirective} blocked ${blockedURI} ${sample} at ${place}`,
      )
    })
  })
  page.on('dialog', (dialog) => {
    watch.hits.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => watch.errors.push(error.stack ?? error.message))
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    const own = new URL(page.url())
    const isInside = protocol === 'blob:' || protocol === 'data:'
    // A page from `file://` is one file: it asks for itself and for nothing beside it.
    const isOwn = protocol === own.protocol && host === own.host && protocol !== 'file:'
    if (!isInside && !isOwn && !request.isNavigationRequest()) {
      watch.foreignRequests.push(request.url())
    }
  })
  return watch
}

/** @param where said with what went wrong. */
export function expectQuiet(watch: PageWatch, where = ''): void {
  expect(watch, where).toEqual({ hits: [], violations: [], errors: [], foreignRequests: [] })
}

/** Elements and attributes that only a text taken for markup can have brought about. */
export async function findForeignMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const dangerous = /^\s*(javascript|vbscript|data:text)/i
    for (const element of document.querySelectorAll('*')) {
      const isForeign =
        element.matches(
          'iframe, object, embed, base, marquee, math, video, audio, foreignObject, template, ' +
            'img:not([src^="blob:"]):not([src^="data:image/"]), body script, meta[http-equiv=refresh]',
        ) || element.localName.includes('-')
      const attributes = element
        .getAttributeNames()
        .filter(
          (name) =>
            name.startsWith('on') ||
            name === 'srcdoc' ||
            (/^(href|xlink:href|src|action|formaction|data)$/.test(name) &&
              dangerous.test(element.getAttribute(name) ?? '')),
        )
      if (isForeign || attributes.length > 0) found.push(element.outerHTML.slice(0, 200))
    }
    return found
  })
}

/** Everything a page says: texts, contents of fields, titles and labels. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said = [document.title, document.body.textContent]
    for (const element of document.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        said.push(element.value)
      }
      for (const name of ['title', 'aria-label', 'placeholder']) {
        said.push(element.getAttribute(name) ?? '')
      }
    }
    return said.join('\n')
  })
}
