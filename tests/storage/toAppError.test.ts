import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import { toAppError } from '@/storage/toAppError'

const named = (name: string, message = '', inner?: unknown) =>
  Object.assign(new Error(message), { name, inner })

const bulk = (...failures: unknown[]) => Object.assign(named('BulkError'), { failures })

describe('what the browser throws, in words a user can act on', () => {
  test.for([
    ['quota inside an abort', named('AbortError', '', named('QuotaExceededError')), 'storage-full'],
    ['quota itself', named('QuotaExceededError'), 'storage-full'],
    ['full disk by message', named('UnknownError', 'FILE_ERROR_NO_SPACE'), 'storage-full'],
    ['full disk in an abort', named('AbortError', 'Encountered disk full while…'), 'storage-full'],
    ['closed connection', named('DatabaseClosedError'), 'storage-frozen'],
    ['older app', named('OpenFailedError', '', named('VersionError')), 'storage-newer-than-app'],
    ['broken store', named('UnknownError', 'Internal error opening'), 'storage-failed'],
    ['one of many writes', bulk(named('UnknownError')), 'storage-failed'],
    ['full disk in one of many writes', bulk(named('QuotaExceededError')), 'storage-full'],
    ['write into what was aborted', named('TransactionInactiveError'), 'storage-failed'],
    ['no IndexedDB', named('MissingAPIError'), 'storage-unavailable'],
  ] as const)('%s → %s', ([, error, code]) => {
    const translated = toAppError(error)
    expect(translated).toBeInstanceOf(AppError)
    expect(translated).toMatchObject({ code, cause: error })
  })

  test('an AppError that aborted a transaction comes out as it went in', () => {
    const refusal = new AppError('edit-conflict')
    expect(toAppError(named('AbortError', '', refusal))).toBe(refusal)
    expect(toAppError(refusal)).toBe(refusal)
  })

  test('a bug stays a bug', () => {
    const bug = new TypeError('x is not a function')
    expect(toAppError(bug)).toBe(bug)
    const aborted = named('AbortError', '', bug)
    expect(toAppError(aborted)).toBe(aborted)
    const taken = bulk(named('ConstraintError'))
    expect(toAppError(taken)).toBe(taken)
    expect(toAppError('text')).toBe('text')
  })
})
