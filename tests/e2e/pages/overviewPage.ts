import { expect, type Locator, type Page } from '@playwright/test'

/** What a manager sees and does on 总览; no selectors outside this file. */
export class OverviewPage {
  readonly evaluationCount: Locator
  readonly mean: Locator
  readonly picture: Locator
  readonly table: Locator
  /** Steps of 当前位置. */
  readonly trail: Locator

  constructor(private readonly page: Page) {
    this.evaluationCount = page.getByTestId('evaluation-count')
    this.mean = page.getByTestId('mean')
    this.picture = page.getByRole('img', { name: /^得分率热力图/ })
    this.trail = page.getByRole('navigation', { name: '当前位置' }).getByRole('listitem')
    this.table = page.getByRole('region', { name: /^得分率热力图，/ })
  }

  /** From an empty browser: loads the example tables, then opens the page by the rail. */
  async openWithExamples(): Promise<void> {
    await this.page.goto('/')
    await this.page.getByRole('button', { name: '载入示例数据' }).click()
    await expect(this.page.getByText('青山湖区赣服通维保项目').first()).toBeVisible()
    await this.open()
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: '总览' }).click()
    await expect(this.page.getByRole('heading', { name: '总览', level: 1 })).toBeVisible()
  }

  async choose(filter: string, option: string): Promise<void> {
    await this.page.getByLabel(filter, { exact: true }).selectOption({ label: option })
  }

  async showTable(): Promise<void> {
    const frame = this.page.getByRole('region', { name: '得分率热力图', exact: true })
    await frame.getByRole('button', { name: '表格' }).click()
  }

  /** Texts of one row of the heatmap's table: name, points lost, rates. */
  async rowOf(name: string): Promise<string[]> {
    const row = this.table.getByRole('row').filter({ hasText: name })
    return (await row.locator('th, td').allInnerTexts()).map((text) => text.trim())
  }
}
