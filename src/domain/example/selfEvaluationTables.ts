import type { ExampleTable } from './exampleTable'

/** 绩效自评表 of a district centre, 2022: declared 92, brackets that do not add up, no 预算执行率 row. */
export const selfEvaluationTables: readonly ExampleTable[] = [
  {
    form: 'self-evaluation',
    scope: 'project',
    projectName: '青山湖区赣服通维保项目',
    competentDepartment: '青山湖区网络信息中心',
    implementingUnit: '青山湖区网络信息中心',
    fiscalYear: 2022,
    goal: '完成赣服通区级分厅的年度维保，系统安全稳定，渠道畅通，群众办事方便。',
    printedTotal: { maxScore: 100, score: 92 },
    rows: [
      [
        '绩效指标',
        '数量指标 (20分)',
        '信息系统运维数 (个)',
        '1',
        { maxScore: 10, actual: '1', declared: 10 },
      ],
      [
        '绩效指标',
        '质量指标 (15分)',
        '故障重复发生率 (%)',
        '<=5%',
        { maxScore: 10, actual: '<=5%', declared: 10 },
      ],
      [
        '绩效指标',
        '质量指标 (15分)',
        '自检通过率 (%)',
        '>=95%',
        { maxScore: 10, actual: '>=95%', declared: 10 },
      ],
      [
        '绩效指标',
        '质量指标 (15分)',
        '运维工单处理率 (%)',
        '>=95%',
        { maxScore: 10, actual: '>=95%', declared: 10 },
      ],
      [
        '绩效指标',
        '时效指标 (5分)',
        '平台故障响应及时率 (%)',
        '5',
        { maxScore: 10, actual: '5', declared: 10 },
      ],
      [
        '绩效指标',
        '成本指标 (10分)',
        '信息系统运维成本 (元)',
        '43.56万',
        { maxScore: 10, actual: '43.56', declared: 6, deviationAnalysis: '维护成本上升' },
      ],
      [
        '效益指标 (30分)',
        '社会效益指标',
        '平台稳定运行时长 (天)',
        '>=360',
        { maxScore: 10, actual: '>=360', declared: 10 },
      ],
      [
        '效益指标 (30分)',
        '生态效益指标',
        '畅通政务服务办理渠道 (10)',
        '=100%',
        { maxScore: 10, actual: '=80%', declared: 10 },
      ],
      [
        '效益指标 (30分)',
        '可持续影响指标',
        '政府政务服务稳步推进 (5)',
        '=100%',
        { maxScore: 10, actual: '=80%', declared: 8, deviationAnalysis: '政务服务未达预定目标' },
      ],
      [
        '满意度指标 (10分)',
        '服务对象满意度指标 (10分)',
        '群众满意度 (10分)',
        '=100%',
        { maxScore: 10, actual: '=80%', declared: 8, deviationAnalysis: '满意率未达预定目标' },
      ],
    ],
  },
]
