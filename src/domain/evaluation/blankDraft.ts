import type { EvaluationDraft, FormKind, FundsRow } from './evaluation'

/** What a person knows before the table is filled in. */
export interface BlankDraftIdentity {
  form: FormKind
  scope: 'project' | 'department'
  projectName: string
  implementingUnit?: string
  competentDepartment?: string
  fiscalYear?: number
}

/** Rows of the 项目资金 block as printed on the 自评表 of 财预〔2020〕10号. */
const fundsRows: readonly FundsRow[] = [
  { kind: 'total', label: '年度资金总额' },
  { kind: 'current', label: '其中：当年财政拨款' },
  { kind: 'carried-over', label: '上年结转资金' },
  { kind: 'other', label: '其他资金' },
]

/** An empty form: its rows and labels, and no value anywhere. */
export function buildBlankDraft(identity: BlankDraftIdentity): EvaluationDraft {
  return {
    ...identity,
    goals: [{ expected: '', term: 'annual' }],
    funds: { printedUnit: '万元', rows: fundsRows.map((row) => ({ ...row })) },
    indicators: [],
  }
}
