/** What can be written. The part before the dot is the form, the part behind it the file format. */
export type DocumentFormat =
  | 'self-evaluation.xlsx' // 自评表
  | 'self-evaluation.docx'
  | 'targets.xlsx' // 绩效目标表
  | 'targets.docx'
  | 'declaration.xlsx' // 绩效目标申报表
  | 'declaration.docx'
  | 'monitoring.xlsx' // 绩效运行监控表
  | 'monitoring.docx'
  | 'report.docx' // 绩效评价报告
  | 'summary.xlsx' // 汇总台账
  | 'csv'
  | 'json'
