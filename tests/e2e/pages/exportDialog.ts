import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'

/** What a user sees and does in the export dialog; no selectors outside this file. */
export class ExportDialog {
  readonly dialog: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^导出/ })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '导出', exact: true }).click()
  }

  async choose(form: string, fileType?: string): Promise<void> {
    await this.dialog.getByRole('radio', { name: form }).check()
    if (fileType) await this.dialog.getByRole('radio', { name: fileType, exact: true }).check()
  }

  async start(): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.dialog.getByRole('button', { name: '导出', exact: true }).click(),
    ])
    return fileOf(download)
  }
}

async function fileOf(download: Download): Promise<{ name: string; bytes: Uint8Array }> {
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(await readFile(await download.path())),
  }
}
