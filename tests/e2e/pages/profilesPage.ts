import { expect, type Locator, type Page } from '@playwright/test'

/** What a user sees and does on the page of scoring profiles; no selectors outside this file. */
export class ProfilesPage {
  readonly copy: Locator
  readonly save: Locator

  constructor(private readonly page: Page) {
    this.copy = page.getByRole('button', { name: '复制后修改' })
    this.save = page.getByRole('button', { name: '保存为新版本' })
  }

  async open(): Promise<void> {
    await this.page.goto('/#/profiles')
    await expect(this.copy).toBeVisible()
  }

  field(name: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${name}`) })
  }
}
