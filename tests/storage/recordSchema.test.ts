import { describe, expect, expectTypeOf, test } from 'vitest'
import type * as v from 'valibot'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { type recordSchema, requireRecordShape } from '@/storage/recordSchema'
import { sampleIndicator, sampleRecord } from '../domain/evaluation/sampleRecord'

describe('the shape of a stored record', () => {
  test('the schema says the same as the type, field by field', () => {
    const asInput = (record: EvaluationRecord): v.InferInput<typeof recordSchema> => record
    expect(asInput(sampleRecord())).toEqual(sampleRecord())
    expectTypeOf<keyof v.InferOutput<typeof recordSchema>>().toEqualTypeOf<keyof EvaluationRecord>()
    type Row = EvaluationRecord['indicators'][number]
    type SchemaRow = v.InferOutput<typeof recordSchema>['indicators'][number]
    expectTypeOf<keyof SchemaRow>().toEqualTypeOf<keyof Row>()
  })

  test('a record as it is made passes', () => {
    expect(() => requireRecordShape(sampleRecord())).not.toThrow()
  })

  test.for([
    ['a field nobody knows', { ...sampleRecord(), extra: 1 }, 'extra'],
    ['letters where a number stands', { ...sampleRecord(), fiscalYear: '2024' }, 'fiscalYear'],
    [
      'a row without a target',
      { ...sampleRecord(), indicators: [{ ...sampleIndicator(), target: undefined }] },
      'indicators.0.target',
    ],
    [
      'a score without a reason',
      { ...sampleRecord(), budgetExecution: { declared: { score: 1 } } },
      'budgetExecution.declared.reason',
    ],
  ] as const)('refused: %s', ([, record, path]) => {
    expect(() => requireRecordShape(record as unknown as EvaluationRecord)).toThrow(path)
  })
})
