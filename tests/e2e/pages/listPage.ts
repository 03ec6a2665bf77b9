import { expect, type Locator, type Page } from '@playwright/test'

/** What a user sees and does on the list of projects; no selectors outside this file. */
export class ListPage {
  readonly grid: Locator
  readonly rows: Locator
  readonly undo: Locator

  constructor(private readonly page: Page) {
    this.grid = page.getByRole('grid', { name: '项目列表' })
    this.rows = this.grid.locator('tbody').getByRole('row')
    this.undo = page.getByRole('button', { name: '撤销', exact: true })
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/#/${query}`)
    await expect(this.page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
  }

  async openWithExample(): Promise<void> {
    await this.open()
    await this.page.getByRole('button', { name: '载入示例数据' }).click()
    await expect(this.rows).toHaveCount(17)
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name })
  }

  async select(name: string): Promise<void> {
    await this.page
      .getByRole('checkbox', { name: `选择“${name}”` })
      .first()
      .check()
  }

  async action(name: string): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name }).click()
  }

  async filterText(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: '按名称、单位筛选' }).fill(text)
  }

  /** Ticks one choice of a filter menu and closes the menu. */
  async filterBy(menu: string, choice: string): Promise<void> {
    const bar = this.page.getByRole('search', { name: '筛选' })
    await bar.getByRole('button', { name: menu, exact: false }).first().click()
    await bar
      .getByRole('group', { name: menu })
      .getByRole('checkbox', { name: choice })
      .first()
      .check()
    await this.page.keyboard.press('Escape')
  }

  async clearFilters(): Promise<void> {
    await this.page.getByRole('button', { name: '清除筛选' }).first().click()
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('button', { name: column }).click()
  }
}
