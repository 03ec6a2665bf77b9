import { expect, test } from 'vitest'
import { readLines } from './gridFrom'

/** Each layout with its projects, and per project 名称、指标值、实际完成值、分值、得分 of each row. */
const LAYOUTS: Record<string, { lines: string[]; expected: [string, unknown[][]][] }> = {
  '权重用百分数，另有评分标准列，得分在最后一列': {
    lines: [
      '项目名称|道路养护||||||',
      '一级指标|二级指标|三级指标|权重（%）|评分标准|目标值|全年实际值|得分',
      '产出指标|数量指标|修路|20%|完成得满分|≥5公里|5公里|20',
      '|质量指标|合格率|30%|达标|≥98%|99%|30',
      '效益指标|社会效益|出行|50%|改善|改善|明显改善|48',
    ],
    expected: [
      [
        '道路养护',
        [
          ['修路', '≥5公里', '5公里', 20, 20],
          ['合格率', '≥98%', '99%', 30, 30],
          ['出行', '改善', '明显改善', 50, 48],
        ],
      ],
    ],
  },
  '表从 C5 开始，全角数字，中间有空行，下面有签字': {
    lines: [
      '||',
      '||',
      '||',
      '||',
      '||项目名称|职业培训',
      '||一级指标|二级指标|三级指标|年初目标值|全年实际值|分值|得分',
      '||产出指标|数量指标|１．培训人次|≥１００人|１２０人|５０|５０',
      '||',
      '||效益指标|社会效益指标|２．覆盖率|≥９０％|９５％|５０|５０',
      '||填表人：张三||联系电话：123',
    ],
    expected: [
      [
        '职业培训',
        [
          ['１．培训人次', '≥１００人', '１２０人', 50, 50],
          ['２．覆盖率', '≥９０％', '９５％', 50, 50],
        ],
      ],
    ],
  },
  '每组后有小计，最后有合计': {
    lines: [
      '项目名称|图书采购||||',
      '一级指标|二级指标|三级指标|指标值|实际值|分值|自评得分',
      '产出指标（50分）|数量指标|次数|3次|3次|50|50',
      '小计|||||50|50',
      '效益指标（50分）|社会效益|满意|好|好|50|45',
      '小计|||||50|45',
      '合计|||||100|95',
    ],
    expected: [
      [
        '图书采购',
        [
          ['次数', '3次', '3次', 50, 50],
          ['满意', '好', '好', 50, 45],
        ],
      ],
    ],
  },
  一张工作表上下排两个项目: {
    lines: [
      '项目名称|甲项目||',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|检查|≥1个',
      '满意度指标|满意度|群众满意度|≥90%',
      '',
      '项目名称|乙项目||',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|检测|≥2个',
    ],
    expected: [
      [
        '甲项目',
        [
          ['检查', '≥1个', undefined, undefined, undefined],
          ['群众满意度', '≥90%', undefined, undefined, undefined],
        ],
      ],
      ['乙项目', [['检测', '≥2个', undefined, undefined, undefined]]],
    ],
  },
  '中期与年度两套指标左右并排：名称不混在一起，右边的留在备注': {
    lines: [
      '项目名称|水利工程|||||',
      '总体目标|中期目标|||年度目标||',
      '|三年建成|||今年开工||',
      '一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值',
      '产出指标|数量指标|总里程|≥30公里|数量指标|今年里程|≥10公里',
      '|质量指标|合格率|≥95%|质量指标|年度合格率|≥96%',
    ],
    expected: [
      [
        '水利工程',
        [
          ['总里程', '≥30公里', undefined, undefined, undefined],
          ['合格率', '≥95%', undefined, undefined, undefined],
        ],
      ],
    ],
  },
}

test.for(Object.entries(LAYOUTS))('%s', ([, { lines, expected }]) => {
  const { readings } = readLines(lines)
  expect(
    readings.map(({ draft }) => [
      draft.projectName,
      draft.indicators.map((row) => [
        row.name,
        row.target.raw,
        row.actual?.raw,
        row.maxScore,
        row.declared?.score,
      ]),
    ]),
  ).toEqual(expected)
})

test('左右并排的右边一套逐字留在备注里，并有提示', () => {
  const { lines } = LAYOUTS['中期与年度两套指标左右并排：名称不混在一起，右边的留在备注']!
  const [reading] = readLines(lines).readings
  expect(reading?.draft.indicators[0]?.note).toContain('今年里程')
  expect(reading?.draft.indicators[0]?.note).toContain('≥10公里')
  expect(reading?.doubts.map(({ code }) => code)).toContain('column-kept-as-note')
})
