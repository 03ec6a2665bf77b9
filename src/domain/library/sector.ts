import type { EvaluationDraft } from '../evaluation/evaluation'

/** 领域 of a project. Forms do not print it: it is read from names, and shown as inferred. */
export type Sector =
  | 'information' // 信息化
  | 'education' // 教育
  | 'health' // 卫生健康
  | 'social' // 社会保障和民政
  | 'safety' // 公共安全和应急
  | 'transport' // 交通
  | 'urban' // 城乡建设
  | 'agriculture' // 农林水
  | 'environment' // 生态环境
  | 'culture' // 文化旅游体育
  | 'economy' // 产业和科技
  | 'operation' // 机关运转
  | 'other'

export const SECTORS: readonly Sector[] = [
  'information',
  'education',
  'health',
  'social',
  'safety',
  'transport',
  'urban',
  'agriculture',
  'environment',
  'culture',
  'economy',
  'operation',
  'other',
]

/** Words of names, the more telling sectors first. Project decision. */
const WORDS: readonly (readonly [Sector, RegExp])[] = [
  ['education', /教育|学校|学生|教师|教学|幼儿|中学|小学|校园/],
  ['health', /卫生健康|医院|医疗|卫生院|疾控|疫苗|疫情|公共卫生|计生|妇幼/],
  ['social', /养老|社保|社会保障|救助|低保|残疾|残联|就业|民政|退役|优抚|社区/],
  ['safety', /公安|消防|应急|安全生产|禁毒|治安|司法|法院|检察|交警|防汛|防灾/],
  ['environment', /生态|环保|环境监测|环境治理|污染|大气|垃圾分类|节能|碳/],
  ['agriculture', /农业|农村|农田|乡村|水利|林业|畜牧|渔|灌溉|扶贫/],
  ['transport', /交通|道路|公路|桥梁|公交|航道|铁路|养护/],
  ['culture', /文化|旅游|体育|图书|博物|广电|文物|宣传/],
  ['information', /信息|网络|数据|平台|系统|软件|智慧|电子政务|政务服务通|赣服通|机房|运维/],
  ['urban', /市政|环卫|园林|绿化|住房|城建|建设工程|棚户|物业小区|供水|燃气|规划/],
  ['economy', /产业|企业|招商|科技|工业|商务|园区|创新|人才|市场监管/],
  ['operation', /物业|办公|后勤|聘用|劳务|机关|服装|大厅|审批/],
]

/** 领域 by the words of the project's name, else of its units. Ours: no regulation names it. */
export function sectorOf({
  projectName,
  implementingUnit = '',
  competentDepartment = '',
}: Pick<EvaluationDraft, 'projectName' | 'implementingUnit' | 'competentDepartment'>): Sector {
  for (const name of [projectName, implementingUnit, competentDepartment]) {
    const found = WORDS.find(([, words]) => words.test(name))
    if (found) return found[0]
  }
  return 'other'
}
