import type { Locator, Page } from '@playwright/test'

type Field = '问题' | '整改措施' | '责任人' | '完成期限' | '状态' | '备注'

/** What a user sees and does on 整改; no selectors outside this file. */
export class RectificationPage {
  readonly rows: Locator
  readonly proposals: Locator
  readonly facts: Locator

  constructor(private readonly page: Page) {
    this.rows = page.getByRole('region', { name: '整改' }).locator('tbody').getByRole('row')
    this.proposals = page.getByRole('region', { name: '全部列入' }).getByRole('listitem')
    this.facts = page.getByTestId('rectification-facts')
  }

  /** A field of one row. */
  field(name: Field, row = 0): Locator {
    return this.rows.nth(row).getByLabel(new RegExp(`^${name}：`))
  }

  /** Writes into a field and leaves it. */
  async fill(name: Field, value: string, row = 0): Promise<void> {
    await this.field(name, row).fill(value)
    await this.field(name, row).blur()
  }

  async choose(name: '状态', option: string, row = 0): Promise<void> {
    await this.field(name, row).selectOption({ label: option })
  }
}
