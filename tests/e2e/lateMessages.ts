import { expect, type Page } from '@playwright/test'

declare global {
  interface Window {
    /** Messages of worker threads that have come, and those that are still held back. */
    lateMessages: { held: number; delivered: number }
  }
}

/**
 * Holds back what worker threads say through ports of their own, which is how they report progress: it
 * then comes after their answer. No order between two ports is promised, so that this may happen anywhere.
 */
export async function delayProgress(page: Page, milliseconds: number): Promise<void> {
  await page.addInitScript((delay: number) => {
    const counts = { held: 0, delivered: 0 }
    window.lateMessages = counts
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its port below
    const listen = MessagePort.prototype.addEventListener
    MessagePort.prototype.addEventListener = function (
      this: MessagePort,
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ) {
      const late: EventListener = (event) => {
        counts.held += 1
        setTimeout(() => {
          counts.held -= 1
          counts.delivered += 1
          if (typeof listener === 'function') listener.call(this, event)
          else listener.handleEvent(event)
        }, delay)
      }
      listen.call(this, type, late, options)
    }
  }, milliseconds)
}

/** Waits until something came late and nothing is held back any more. */
export async function expectProgressDelivered(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => window.lateMessages.delivered > 0 && window.lateMessages.held === 0),
    )
    .toBe(true)
}
