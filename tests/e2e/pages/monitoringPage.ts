import { expect, type Locator, type Page } from '@playwright/test'

const columns = {
  执行情况: 'toDate',
  预警: 'light',
  全年预计: 'forecast',
  经费保障: 'cause:funding',
  原因说明: 'explanation',
  确定能: 'likelihood:certain',
  有可能: 'likelihood:possible',
} as const

type Column = keyof typeof columns

/** What a user can see and do on the page of 绩效运行监控; no CSS selectors outside this file. */
export class MonitoringPage {
  readonly arithmetic: Locator
  readonly lightCounts: Locator
  readonly undo: Locator
  readonly progress: Locator
  readonly saveState: Locator

  constructor(readonly page: Page) {
    this.arithmetic = page.getByTestId('arithmetic')
    this.lightCounts = page.getByTestId('light-counts')
    this.undo = page.getByRole('button', { name: '撤销', exact: true })
    this.progress = page.getByRole('region', { name: '执行率与完成率' })
    this.saveState = page.getByTestId('save-state')
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: '运行监控' }).click()
    await expect(this.page.getByRole('heading', { name: /绩效运行监控$/ })).toBeVisible()
  }

  async chooseMonth(month: number): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${month}月`) }).click()
  }

  cell(row: string, column: Column): Locator {
    return this.page.getByRole('row', { name: row }).locator(`[data-column="${columns[column]}"]`)
  }

  /** Types into a cell as into a sheet, and goes on with Tab. */
  async type(row: string, column: Column, text: string): Promise<void> {
    await this.cell(row, column).getByRole('textbox').focus()
    await this.page.keyboard.insertText(text)
    await this.page.keyboard.press('Tab')
  }

  textOf(row: string, column: Column): Locator {
    return this.cell(row, column).getByRole('textbox')
  }

  amount(label: string): Locator {
    return this.page.getByRole('textbox', { name: label })
  }
}
