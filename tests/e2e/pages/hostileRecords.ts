import type { Page } from '@playwright/test'
import { writeJournal } from './storageProfile'
import { xssPayloads } from './xssPayloads'

/** Id of the evaluation that holds every payload in every field of its rows, goals, funds and report. */
export const FULL_ID = 'hostile'

/** Ids of evaluations that hold one payload each, in every field that a record has once. */
export const singleId = (index: number): string => `hostile-${String(index)}`

const at = (second: number) => new Date(Date.UTC(2025, 0, 2, 3, 0, second)).toISOString()

/** Payloads that begin a text: what follows tells where the text was written. */
const given = (payload: string, field: string) => `${payload}〔${field}〕`

function row(payload: string, index: number) {
  const text = (field: string) => given(payload, field)
  return {
    id: `row-${String(index)}`,
    firstLevel: 'output',
    firstLevelLabel: text('一级指标'),
    secondLevel: 'quality',
    secondLevelLabel: text('二级指标'),
    name: text('三级指标'),
    target:
      index % 2 === 0
        ? { raw: text('指标值'), kind: 'qualitative', text: text('指标值') }
        : {
            raw: text('指标值'),
            kind: 'quantitative',
            comparator: '≥',
            isInferred: true,
            value: 95,
            measureUnit: text('计量单位'),
          },
    maxScore: 1,
    actual: { raw: text('实际完成值') },
    declared: { score: 0.5, reason: text('自评理由') },
    deviationAnalysis: text('偏差原因'),
    note: text('备注'),
    overCompletionReduction: { score: 0.1, reason: text('扣减理由') },
    monitoring: {
      toDate: text('执行情况'),
      forecast: text('预计完成'),
      causes: { funding: text('经费保障'), other: text('其他原因') },
      explanation: text('原因说明'),
    },
  }
}

const head = (id: string, payload: string) => ({
  id,
  form: 'self-evaluation',
  scope: 'project',
  projectName: given(payload, '项目名称'),
  competentDepartment: given(payload, '主管部门'),
  implementingUnit: given(payload, '实施单位'),
  projectKey: given(payload, '项目编码'),
  fiscalYear: 2025,
  budgetExecution: {
    maxScore: 10,
    printedRate: given(payload, '执行率'),
    declared: { score: 5, reason: given(payload, '执行率理由') },
  },
  profileId: 'national-2020',
  profileVersion: 1,
})

const single = (payload: string, index: number) => ({
  ...head(singleId(index), payload),
  goals: [{ expected: given(payload, '目标'), attained: given(payload, '完成'), term: 'annual' }],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [{ ...row(payload, index), maxScore: 90 }],
})

const full = {
  ...head(FULL_ID, xssPayloads[0] ?? ''),
  goals: xssPayloads.map((payload) => ({
    expected: given(payload, '目标'),
    attained: given(payload, '完成'),
    term: 'annual',
  })),
  funds: {
    printedUnit: '万元',
    rows: xssPayloads.map((payload) => ({
      kind: 'other',
      label: given(payload, '资金'),
      annualBudget: 1,
      annualExecution: 1,
    })),
  },
  statements: xssPayloads.map((payload) => ({
    text: given(payload, '正文'),
    place: given(payload, '出处'),
  })),
  indicators: xssPayloads.map(row),
  reportText: {
    title: given(xssPayloads[0] ?? '', '报告'),
    chapters: [
      {
        id: 'background',
        title: given(xssPayloads[0] ?? '', '章'),
        paragraphs: xssPayloads.map((payload, index) => ({
          id: `p${String(index)}`,
          kind: 'body',
          parts: [
            given(payload, '段落'),
            { figure: 'total', text: given(payload, '数字'), now: given(payload, '现数') },
          ],
        })),
      },
    ],
  },
}

/** What is edited in the full record once it exists: it stands in the history as well. */
const edits = [
  {
    type: 'set',
    path: ['acceptedFindings'],
    value: xssPayloads.map((payload) => ({
      key: given(payload, '校验'),
      reason: given(payload, '接受理由'),
      by: { name: given(payload, '接受人'), unit: given(payload, '接受单位') },
      at: at(1),
    })),
  },
  {
    type: 'set',
    path: ['supportingDocuments'],
    value: xssPayloads.map((payload, index) => ({
      id: `document-${String(index)}`,
      fileName: given(payload, '佐证'),
      mediaType: given(payload, '类型'),
      size: 1,
      sha256: String(index).padStart(64, '0'),
    })),
  },
  ...xssPayloads.map((payload, index) => ({
    type: 'set',
    path: ['indicators', `row-${String(index)}`, 'note'],
    value: given(payload, '新备注'),
  })),
]

/** Starts the app with a hundred payloads in every text field, through its journal. */
export async function openHostile(page: Page): Promise<void> {
  const actor = {
    name: given(xssPayloads[10] ?? '', '姓名'),
    unit: given(xssPayloads[11] ?? '', '单位'),
  }
  const command = (type: string, second: number, body: object) => ({
    type,
    commandId: `seed-${String(second)}`,
    sessionId: 'seed',
    actor,
    at: at(second),
    ...body,
  })
  await page.goto('/')
  await page.getByRole('button', { name: '载入示例数据' }).waitFor()
  await writeJournal(
    page,
    command('create', 1, {
      evaluations: [
        ...xssPayloads.map((payload, index) => ({
          evaluation: single(payload, index),
          source: { fileName: given(payload, '文件'), place: given(payload, '位置') },
        })),
        { evaluation: full },
      ],
    }),
  )
  await writeJournal(
    page,
    command('edit', 2, { evaluationId: FULL_ID, edits, baseRevision: 1, reason: xssPayloads[0] }),
  )
  await page.reload()
  await page.getByRole('grid', { name: '项目列表' }).waitFor()
}
