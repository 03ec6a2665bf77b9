import { describe, expect, test } from 'vitest'
import { findLinkCandidates, linkProjects } from '@/domain/years/linkProjects'

type Project = Parameters<typeof linkProjects>[0]

const project = (overrides: Partial<Project>): Project => ({
  id: 'own',
  projectKey: 'k1',
  projectName: '网络运行维护费',
  implementingUnit: '区大数据中心',
  fiscalYear: 2024,
  scope: 'project',
  form: 'self-evaluation',
  status: 'draft',
  ...overrides,
})

const own = project({})

describe('哪些可能是同一项目', () => {
  const others = [
    project({ id: 'same', projectKey: 'k1', fiscalYear: 2023 }),
    project({ id: 'elsewhere', projectKey: 'k2', implementingUnit: '区教育局', fiscalYear: 2023 }),
    project({ id: 'renamed', projectKey: 'k3', projectName: '网络运维费', fiscalYear: 2023 }),
    project({ id: 'other', projectKey: 'k4', projectName: '校园安保' }),
    project({ id: 'department', projectKey: 'k5', scope: 'department' }),
  ]
  const ids = (text?: string) => findLinkCandidates(own, others, text).map(({ id }) => id)

  test('名称相近而没有关联的，本单位的在前；已关联的和部门整体表不在其中', () => {
    expect(ids()).toEqual(['renamed', 'elsewhere'])
  })
  test('按文字查找时，名称不像的也找得到', () => {
    expect(ids('校园')).toEqual(['other'])
    expect(ids('2023 教育')).toEqual(['elsewhere'])
  })
})

describe('关联：两份评价改用同一个项目编号', () => {
  test('对方可以修改的，对方用本项目的编号', () => {
    const other = project({ id: 'other', projectKey: 'k2' })
    expect(linkProjects(own, other, false)).toEqual({ evaluationId: 'other', projectKey: 'k1' })
  })
  test('对方已锁定的，本项目改用对方的编号', () => {
    const other = project({ id: 'other', projectKey: 'k2', status: 'locked' })
    expect(linkProjects(own, other, true)).toEqual({ evaluationId: 'own', projectKey: 'k2' })
  })
  test('对方已锁定而本项目另有关联的年度，不能关联：那些年度会被拆开', () => {
    const other = project({ id: 'other', projectKey: 'k2', status: 'locked' })
    expect(linkProjects(own, other, false)).toBeUndefined()
  })
  test('两份都不能修改的，不能关联', () => {
    const filed = project({ status: 'submitted' })
    const other = project({ id: 'other', projectKey: 'k2', status: 'locked' })
    expect(linkProjects(filed, other, true)).toBeUndefined()
  })
})
