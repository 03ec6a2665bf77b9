import { FIRST_LEVELS } from '@/domain/indicator/levels'
import { FIRST_LEVEL_NAMES } from '../levelNames'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { printNumber } from './printFigures'
import type { ReportParagraph } from './reportText'
import type { ReportWriter } from './reportWriter'

const percent = (ratio: number): string => `${printNumber(ratio * 100)}%`

/** 评价标准: how the profile scores, in the words of the regulation. */
export function describeProfile(profile: ScoringProfile): string {
  const { rounding, grades, passLine, overCompletion } = profile
  const sentences = [
    '定量指标完成指标值的，记该指标所赋全部分值；未完成的，按照完成值与指标值的比例记分',
    profile.negativeRule === 'ratio'
      ? '反向指标未完成的，按照指标值与完成值的比例记分'
      : '反向指标未完成的，按照偏离度扣分',
    ...(passLine
      ? [
          `完成率低于${percent(passLine.rate)}的不得分${
            passLine.scale === 'rescaled'
              ? `，达到的按（完成率－${percent(passLine.rate)}）÷${percent(1 - passLine.rate)}记分`
              : ''
          }`,
        ]
      : []),
    `定性指标分为达成、部分达成并具有一定效果、未达成且效果较差三档，分别按照分值的${percent(
      profile.bands.met.to,
    )}～${percent(profile.bands.met.from)}、${percent(profile.bands['partly-met'].to)}～${percent(
      profile.bands['partly-met'].from,
    )}、${percent(profile.bands.unmet.to)}～${percent(profile.bands.unmet.from)}记分`,
    `超过指标值${percent(overCompletion.limit)}的应当说明原因`,
    `得分保留${String(rounding.decimals)}位小数，${
      rounding.mode === 'half-up' ? '四舍五入' : '按GB/T 8170修约'
    }${rounding.stage === 'indicator' ? '，总分为各指标得分之和' : '，在总分上修约'}`,
    `总分${printNumber(grades.excellent)}分（含）以上为优，${printNumber(
      grades.good,
    )}（含）～${printNumber(grades.excellent)}分为良，${printNumber(
      grades.fair,
    )}（含）～${printNumber(grades.good)}分为中，${printNumber(grades.fair)}分以下为差`,
  ]
  return `${sentences.join('；')}。`
}

function weightSentence({ rows, scored }: ReportWriter): string {
  const levels = FIRST_LEVELS.filter((level) =>
    rows.some(({ indicator }) => indicator.firstLevel === level),
  )
  const execution = scored.evaluation.budgetExecution?.maxScore
  const names = [
    ...(execution === undefined ? [] : ['预算执行率']),
    ...levels.map((level) => FIRST_LEVEL_NAMES[level]),
  ]
  return names.length === 0
    ? '指标尚未赋分。'
    : `评价指标体系由${names.join('、')}构成，各指标分值见附表。`
}

/** 二、绩效评价工作开展情况（目的、对象和范围；原则、指标体系、方法、标准；过程） */
export function workChapter(writer: ReportWriter): ReportParagraph[] {
  const { evaluation, profile } = writer.scored
  const year = evaluation.fiscalYear === undefined ? '' : `${String(evaluation.fiscalYear)}年度`
  const subject =
    evaluation.scope === 'project'
      ? `“${evaluation.projectName}”项目${year}支出`
      : `${evaluation.projectName}${year}部门整体支出`
  return [
    writer.heading('scope', '（一）绩效评价目的、对象和范围'),
    writer.body(
      'scope-text',
      '本次评价旨在检查绩效目标的实现程度，分析存在的问题及原因，提高财政资金使用效益。',
      `评价对象为${subject}，范围包括预算执行情况、绩效目标和各项绩效指标的完成情况。`,
    ),
    writer.heading('method', '（二）绩效评价原则、评价指标体系、评价方法、评价标准'),
    writer.body(
      'method-text',
      '评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，采用比较法，将实际完成值与年初设定的指标值逐项比较。',
      weightSentence(writer),
    ),
    writer.body(
      'standard-text',
      `评价标准为计划标准，按照计分方案“${profile.name}”（第${String(profile.version)}版）计分。`,
      describeProfile(profile),
    ),
    writer.heading('process', '（三）绩效评价工作过程'),
    writer.body(
      'process-text',
      '实施单位填报实际完成值和自评分，系统按照计分方案逐项计算规则分并进行逻辑校验',
      writer.has('reviewedTotal') ? '，复核人员在此基础上给出复核分。' : '。',
    ),
    writer.prompt('process-people', '评价工作的组织、时间安排、人员及现场核查情况'),
  ]
}
