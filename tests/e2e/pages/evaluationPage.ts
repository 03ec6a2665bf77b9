import { expect, type Locator, type Page } from '@playwright/test'

/** What a user can see and do on the page of one evaluation; no CSS selectors outside this file. */
export class EvaluationPage {
  readonly computedTotal: Locator
  readonly declaredTotal: Locator
  readonly tableTotal: Locator
  readonly progress: Locator
  readonly table: Locator
  readonly undo: Locator
  readonly redo: Locator
  readonly explanation: Locator
  readonly saveState: Locator

  constructor(readonly page: Page) {
    this.computedTotal = page.getByTestId('total-computed')
    this.declaredTotal = page.getByTestId('total-declared')
    this.tableTotal = page.getByTestId('table-total')
    this.progress = page.getByTestId('progress')
    this.table = page.getByRole('grid')
    this.undo = page.getByRole('button', { name: '撤销', exact: true })
    this.redo = page.getByRole('button', { name: '重做', exact: true })
    this.explanation = page.getByTestId('explanation')
    this.saveState = page.getByTestId('save-state')
  }

  /** Starts with an empty browser, loads the example data and opens one of its projects. */
  async openExample(projectName: string, unit = ''): Promise<void> {
    await this.page.goto('/')
    await this.page.getByRole('button', { name: '载入示例数据' }).click()
    const rows = this.page.getByRole('row').filter({ hasText: unit })
    await rows.getByRole('link', { name: projectName }).first().click()
    await expect(this.table).toBeVisible()
  }

  /** Findings of severity 错误 that nobody has accepted. */
  get openErrors(): Locator {
    return this.page.locator('li.finding.error').filter({
      has: this.page.getByRole('button', { name: '说明并接受' }),
    })
  }

  row(name: string): Locator {
    return this.table.getByRole('row', { name }).first()
  }

  cell(rowName: string, column: Column): Locator {
    return this.row(rowName).locator(`td[data-column="${columnIds[column]}"]`)
  }

  /** The field that has the keyboard. */
  get editor(): Locator {
    return this.page.locator('td.active textarea')
  }

  async focusCell(rowName: string, column: Column): Promise<void> {
    const cell = this.cell(rowName, column)
    // A second click on the open cell would place the caret inside its text.
    if ((await cell.getByRole('textbox').count()) > 0) await cell.getByRole('textbox').focus()
    else await cell.click()
    await expect(this.editor).toBeFocused()
  }

  /** Types over a cell and leaves it with Enter, as in a sheet. */
  async type(rowName: string, column: Column, text: string): Promise<void> {
    await this.focusCell(rowName, column)
    await this.page.keyboard.insertText(text)
    await this.page.keyboard.press('Enter')
  }

  async clear(rowName: string, column: Column): Promise<void> {
    await this.focusCell(rowName, column)
    await this.page.keyboard.press('Delete')
  }

  /** Puts a block on the clipboard of the page and pastes it into the focused cell. */
  async paste(data: { text?: string; html?: string }): Promise<void> {
    await this.editor.evaluate((field, { text = '', html = '' }) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      if (html) clipboardData.setData('text/html', html)
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, data)
  }

  /** What Ctrl+C puts on the clipboard. */
  copied(): Promise<string> {
    return this.editor.evaluate((field) => {
      const clipboardData = new DataTransfer()
      field.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
      )
      return clipboardData.getData('text/plain')
    })
  }

  async openTab(name: '计分说明' | '校验' | '历史' | '佐证'): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  finding(code: string): Locator {
    return this.page.locator(`li[data-code="${code}"]`)
  }
}

export type Column = keyof typeof columnIds

const columnIds = {
  一级指标: 'firstLevel',
  二级指标: 'secondLevel',
  三级指标: 'name',
  计算符号: 'sign',
  指标值: 'target',
  计量单位: 'measureUnit',
  实际完成值: 'actual',
  分值: 'maxScore',
  得分: 'score',
  偏差原因: 'deviationAnalysis',
} as const
