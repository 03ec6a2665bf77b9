import { expect, type Locator, type Page } from '@playwright/test'

type Files = Parameters<Locator['setInputFiles']>[0]

/** What a user sees and does on the import page; no selectors outside this file. */
export class ImportPage {
  readonly list: Locator
  readonly summary: Locator
  readonly doubtBar: Locator
  readonly lit: Locator

  constructor(private readonly page: Page) {
    this.list = page.getByRole('table', { name: '导入清单' })
    this.summary = page.getByRole('status').filter({ hasText: '个文件' })
    this.doubtBar = page.getByRole('region', { name: '存疑' })
    this.lit = page.locator('td.lit')
  }

  async open(): Promise<void> {
    await this.page.goto('/#/import')
    await expect(this.page.getByRole('heading', { name: '导入', level: 1 })).toBeVisible()
  }

  async choose(files: Files): Promise<void> {
    await this.page.getByTestId('import-files').setInputFiles(files)
  }

  /** The rows of one file: itself, its issues, its drafts. */
  file(name: string): Locator {
    return this.list.locator('tbody').filter({ has: this.page.getByRole('rowheader', { name }) })
  }

  async expectRead(...names: string[]): Promise<void> {
    for (const name of names) await expect(this.file(name)).toContainText('1 张表')
  }

  cancelOf(name: string): Locator {
    return this.page.getByRole('button', { name: `取消读取 ${name}` })
  }

  reviewOf(project: string): Locator {
    return this.page.getByRole('button', { name: `核对 ${project}` })
  }

  /** A cell of the form that was read, by the field it prints. */
  cell(path: string): Locator {
    return this.page.locator(`[data-path="${path}"]`)
  }
}

const line = (cells: readonly string[]) => cells.join('\t')

/** A small target table as tab-separated text. */
export const textForm = (name: string, rows: readonly string[][] = [['巡检次数', '≥12次']]) => ({
  name: `${name}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(
    [
      line(['项目支出绩效目标表', '', '', '']),
      line(['（2025年度）', '', '', '']),
      line(['项目名称', name, '', '']),
      line(['一级指标', '二级指标', '三级指标', '指标值']),
      ...rows.map((row) => line(['产出指标', '数量指标', ...row])),
    ].join('\n'),
  ),
})
