import { describe, expect, it } from 'vitest'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { type Merge, readLines } from './gridFrom'

/** 各地没有见过的排法：每一种给出应当读出的行。 */
interface Layout {
  lines: readonly string[]
  merges?: readonly Merge[]
  form: EvaluationDraft['form']
  projectName: string
  /** 一级、名称、指标值、实际完成值、分值、得分 */
  rows: readonly (readonly (string | number | undefined)[])[]
  funds?: number
  also?: (draft: EvaluationDraft) => void
}

const layouts: Record<string, Layout> = {
  '目标分两块，各带分值（40+40），总分在最后': {
    lines: [
      '2024年度窗口服务项目自评表||||||',
      '项目名称|窗口服务|||||',
      '主管部门|某局||项目实施单位|某中心||',
      '预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）|',
      '|年度财政资金总额|100|95|95%|19|',
      '年度绩效目标1（40分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分',
      '|产出指标|数量指标|办件量（20分）|≥1000件|1200件|20',
      '|效益指标|社会效益指标|跑动次数（20分）|≤1次|1次|20',
      '年度绩效目标2（40分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分',
      '|产出指标|质量指标|办结率（30分）|≥98%|97%|29.69',
      '|满意度指标|服务对象满意度|群众满意度（10分）|≥90%|95%|10',
      '总分||||||98.69',
      '偏差大或目标未完成原因分析|窗口人员轮岗|||||',
    ],
    form: 'self-evaluation',
    projectName: '窗口服务',
    rows: [
      ['output', '办件量（20分）', '≥1000件', '1200件', 20, 20],
      ['benefit', '跑动次数（20分）', '≤1次', '1次', 20, 20],
      ['output', '办结率（30分）', '≥98%', '97%', 30, 29.69],
      ['satisfaction', '群众满意度（10分）', '≥90%', '95%', 10, 10],
    ],
    also: (draft) => {
      expect(draft.goals.map(({ maxScore }) => maxScore)).toEqual([40, 40])
      expect(draft.indicators.map(({ goal }) => goal)).toEqual([0, 0, 1, 1])
      expect(draft.printedTotal).toEqual({ score: 98.69 })
    },
  },
  每一级都有权重列: {
    lines: [
      '部门整体支出绩效自评表|||||||||',
      '部门名称|某市某局||||||||',
      '一级指标|权重|二级指标|权重|三级指标|权重|指标值|实际完成值|得分|未完成原因',
      '产出指标|50|数量指标|30|培训期数|30|4期|3期|22.5|疫情影响',
      '||质量指标|20|合格率|20|≥95%|96%|20|',
      '效益指标|50|社会效益指标|50|覆盖面|50|≥80%|85%|50|',
    ],
    form: 'self-evaluation',
    projectName: '部门整体支出',
    rows: [
      ['output', '培训期数', '4期', '3期', 30, 22.5],
      ['output', '合格率', '≥95%', '96%', 20, 20],
      ['benefit', '覆盖面', '≥80%', '85%', 50, 50],
    ],
  },
  '符号、值、单位各占一列，又有完成值和权重': {
    lines: [
      '项目名称|数据归集|||||||||',
      '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|自评得分|备注',
      '产出|数量|归集目录|≥|200|条|230|40|40|',
      '|时效|归集时限|≤|15|工作日|12|30|30|提前',
      '满意度|服务对象满意度|部门满意度|≥|90|%|92|30|30|',
    ],
    form: 'self-evaluation',
    projectName: '数据归集',
    rows: [
      ['output', '归集目录', '200', '230', 40, 40],
      ['output', '归集时限', '15', '12', 30, 30],
      ['satisfaction', '部门满意度', '90', '92', 30, 30],
    ],
    also: (draft) => {
      expect(draft.indicators[1]?.target).toMatchObject({
        comparator: '≤',
        isInferred: false,
        value: 15,
        measureUnit: '工作日',
      })
    },
  },
  '两行表头，指标值下分符号、值、单位': {
    lines: [
      '项目支出绩效目标申报表||||||',
      '项目名称|监测运维|||||',
      '一级指标|二级指标|三级指标|指标值|||备注',
      '|||计算符号|指标值|计量单位|',
      '产出指标|数量指标|站点数|=|12|个|',
      '效益指标|生态效益指标|水质达标率|≥|95|%|含支流',
    ],
    merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:F3', 'G3:G4', 'B2:G2', 'A1:G1'],
    form: 'declaration',
    projectName: '监测运维',
    rows: [
      ['output', '站点数', '12'],
      ['benefit', '水质达标率', '95'],
    ],
    also: (draft) => {
      expect(draft.indicators[0]?.target).toMatchObject({ comparator: '=', measureUnit: '个' })
      expect(draft.indicators[1]?.note).toBe('含支流')
    },
  },
  一级指标是横贯全表的标题行: {
    lines: [
      '项目绩效目标表|||',
      '项目名称：道路养护|||',
      '二级指标|三级指标|年度目标值|分值',
      '一、产出指标（60分）|||',
      '数量指标|养护里程|≥120公里|40',
      '质量指标|合格率|100%|20',
      '二、效益指标（40分）|||',
      '社会效益指标|通行保障|持续保障|40',
    ],
    merges: ['A1:D1', 'A2:D2', 'A4:D4', 'A7:D7'],
    form: 'target-table',
    projectName: '道路养护',
    rows: [
      ['output', '养护里程', '≥120公里', undefined, 40],
      ['output', '合格率', '100%', undefined, 20],
      ['benefit', '通行保障', '持续保障', undefined, 40],
    ],
  },
  只有类别和指标两列层级: {
    lines: [
      '2025年度项目绩效目标表||||',
      '项目名称|会议保障|||',
      '绩效目标|保障全年会议。|||',
      '指标类别|绩效指标|年度目标值|单位|说明',
      '数量指标|保障会议场次|≥60|场|',
      '质量指标|会议差错|≤1|次|含材料',
      '服务对象满意度指标|参会人员满意度|≥95|%|',
    ],
    form: 'target-table',
    projectName: '会议保障',
    rows: [
      ['output', '保障会议场次', '≥60'],
      ['output', '会议差错', '≤1'],
      ['satisfaction', '参会人员满意度', '≥95'],
    ],
    also: (draft) => expect(draft.goals[0]?.expected).toBe('保障全年会议。'),
  },
  '预算执行率写在指标里，单位和日期写在表头行': {
    lines: [
      '项目支出绩效自评表||||||',
      '填报单位：某县某局|||填报日期：2025年1月10日|||',
      '项目名称：应急演练|||||（2024年度）|',
      '一级指标|二级指标|三级指标|年度指标值|全年完成值|标准分|自评得分',
      '预算执行|预算执行率|预算执行率|100%|92%|10|9.2',
      '产出指标|数量指标|演练次数|≥2次|2次|50|50',
      '满意度指标|满意度指标|居民满意度|≥85%|90%|40|40',
      '合计|||||100|99.2',
    ],
    form: 'self-evaluation',
    projectName: '应急演练',
    rows: [
      ['other', '预算执行率', '100%', '92%', 10, 9.2],
      ['output', '演练次数', '≥2次', '2次', 50, 50],
      ['satisfaction', '居民满意度', '≥85%', '90%', 40, 40],
    ],
    also: (draft) => {
      expect(draft.implementingUnit).toBe('某县某局')
      expect(draft.printedTotal).toEqual({ maxScore: 100, score: 99.2 })
      expect(draft.fiscalYear).toBe(2024)
    },
  },
  '实施期与年度并列：目标和资金取年度': {
    lines: [
      '项目支出绩效目标表|||||',
      '（2025年度）|||||',
      '项目名称|灌区改造||||',
      '项目资金（万元）|实施期资金总额|900||年度资金总额|300',
      '|其中：财政拨款|900||其中：财政拨款|300',
      '总体目标|实施期目标（2023—2025年）|||年度目标|',
      '|完成灌区改造。|||完成干渠三公里。|',
      '一级指标|二级指标|三级指标|指标值||',
      '产出指标|数量指标|改造长度|≥3公里||',
      '成本指标|经济成本指标|单位造价|≤100万元/公里||',
    ],
    merges: ['B6:D6', 'E6:F6', 'B7:D7', 'E7:F7', 'A6:A7'],
    form: 'target-table',
    projectName: '灌区改造',
    rows: [
      ['output', '改造长度', '≥3公里'],
      ['cost', '单位造价', '≤100万元/公里'],
    ],
    funds: 300,
    also: (draft) => {
      expect(draft.goals).toEqual([
        { expected: '完成灌区改造。', term: 'mid-term' },
        { expected: '完成干渠三公里。', term: 'annual' },
      ])
    },
  },
  带指标完成率和评分标准两列: {
    lines: [
      '项目名称|校舍维修|||||||',
      '主管单位|某教育局||实施单位|某中学||||',
      '一级指标|二级指标|三级指标|目标值|实际值|指标完成率|分值|得分|评分标准',
      '产出指标|数量指标|维修面积|1200平方米|1200平方米|100%|60|60|按比例得分',
      '效益指标|可持续影响指标|使用年限|≥10年|10年|100%|40|40|达标得满分',
    ],
    form: 'self-evaluation',
    projectName: '校舍维修',
    rows: [
      ['output', '维修面积', '1200平方米', '1200平方米', 60, 60],
      ['benefit', '使用年限', '≥10年', '10年', 40, 40],
    ],
    also: (draft) => {
      expect(draft.indicators[0]?.note).toContain('评分标准：按比例得分')
      expect(draft.competentDepartment).toBe('某教育局')
    },
  },
  '监控表：完成可能性是一列文字': {
    lines: [
      '2025年项目绩效运行监控表|||||||||',
      '项目名称|垃圾清运||||||||',
      '项目资金（万元）||年初预算数|1-9月执行数|执行率|全年预计执行数||||',
      '|年度资金总额|80|61|76.25%|80||||',
      '一级指标|二级指标|三级指标|年度指标值|1-9月完成情况|全年预计完成值|偏差原因|完成目标可能性|备注|',
      '产出指标|数量指标|清运量|≥5000吨|3900吨|5200吨||确定能||',
      '满意度指标|服务对象满意度|居民满意度|≥90%|暂未开展|90%|年底开展|有可能||',
    ],
    form: 'monitoring',
    projectName: '垃圾清运',
    rows: [
      ['output', '清运量', '≥5000吨'],
      ['satisfaction', '居民满意度', '≥90%'],
    ],
    funds: 80,
    also: (draft) => {
      expect(draft.monitoringMonth).toBe(9)
      expect(draft.indicators.map(({ monitoring }) => monitoring?.likelihood)).toEqual([
        'certain',
        'possible',
      ])
      expect(draft.funds.rows[0]).toMatchObject({ executionToDate: 61, forecastExecution: 80 })
    },
  },
  '决策、过程、产出、效益四级评价表': {
    lines: [
      '项目支出绩效评价指标体系评分表||||||',
      '项目名称|产业奖补|||||',
      '一级指标|二级指标|三级指标|指标解释|目标值|分值|得分',
      '决策（20分）|项目立项|立项依据充分性|依据是否充分|充分|10|10',
      '|绩效目标|绩效目标合理性|目标是否合理|合理|10|8',
      '过程（20分）|资金管理|资金到位率|到位比例|100%|20|20',
      '产出（30分）|产出数量|奖补企业数|完成情况|≥50家|30|30',
      '效益（30分）|项目效益|带动就业|效果|≥300人|30|27',
      '合计|||||100|95',
    ],
    form: 'self-evaluation',
    projectName: '产业奖补',
    rows: [
      ['decision', '立项依据充分性', '充分', undefined, 10, 10],
      ['decision', '绩效目标合理性', '合理', undefined, 10, 8],
      ['process', '资金到位率', '100%', undefined, 20, 20],
      ['output', '奖补企业数', '≥50家', undefined, 30, 30],
      ['benefit', '带动就业', '≥300人', undefined, 30, 27],
    ],
  },
  指标值分半年和全年: {
    lines: [
      '项目绩效目标申报表|||||',
      '项目名称|统计调查||||',
      '一级指标|二级指标|三级指标|半年目标值|全年目标值|备注',
      '产出指标|数量指标|调查户数|≥300户|≥600户|',
      '|时效指标|数据上报|及时|及时|',
    ],
    form: 'declaration',
    projectName: '统计调查',
    rows: [
      ['output', '调查户数', '≥600户'],
      ['output', '数据上报', '及时'],
    ],
  },
}

describe('各地自拟的排法', () => {
  it.each(Object.entries(layouts))('%s', (_, layout) => {
    const { readings } = readLines(layout.lines, layout.merges)
    expect(readings).toHaveLength(1)
    const { draft } = readings[0]!
    expect(
      draft.indicators.map((row) => [
        row.firstLevel,
        row.name,
        row.target.raw,
        row.actual?.raw,
        row.maxScore,
        row.declared?.score,
      ]),
    ).toEqual(layout.rows.map((row) => Object.assign(Array.from({ length: 6 }), row)))
    expect(draft.form).toBe(layout.form)
    expect(draft.projectName).toBe(layout.projectName)
    if (layout.funds !== undefined) {
      expect(draft.funds.rows.find(({ kind }) => kind === 'total')?.initialBudget).toBe(
        layout.funds,
      )
    }
    layout.also?.(draft)
  })
})
