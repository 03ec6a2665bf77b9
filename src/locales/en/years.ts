import type { years as zhCN } from '../zh-CN/years'

export const years: typeof zhCN = {
  open: 'Years compared',
  titleOf: '“{name}” over the years',
  intro:
    'Targets, actual values and scores of one project side by side; indicators that were added, dropped or softened are marked year by year.',
  change: {
    same: 'unchanged',
    softened: 'softened',
    tightened: 'tightened',
    turned: 'direction turned',
    changed: 'changed',
  },
  presence: {
    first: 'present',
    kept: 'kept',
    added: 'added',
    dropped: 'dropped',
    absent: 'absent',
  },
  year: '{year}',
  own: 'this year',
  columns: {
    indicator: 'Indicator',
    target: 'Target',
    actual: 'Actual value',
    score: 'Score',
    baseline: 'Baseline',
  },
  total: 'Total',
  execution: 'Budget execution',
  unfilled: 'not filled in',
  caption: 'Years compared, {count} indicators, {years} years',
  baselineOf: 'actual of {year}',
  changes:
    '{year} against the year before: {added} added, {dropped} dropped, {softened} softened, {tightened} tightened, {turned} turned, {changed} otherwise changed.',
  onlyChanged: 'Only indicators that changed',
  noneChanged: 'No indicator was added, dropped or changed.',
  chosen: 'Table that stands for {year}',
  carry: 'Carry the actual values of {year} over as baseline',
  carried: 'Carried {count} baseline values over.',
  nothingToCarry:
    'Nothing to carry over: the year before has no actual values, or they are here already.',
  carryReadonly: 'The status is “{status}”: no baseline can be carried over.',
  single:
    'This project has one year only. Link evaluations of earlier years, or copy this table to another year, to see them side by side.',
  noYear:
    'This evaluation has no year and cannot stand beside others. Enter the year on its page first.',
  linking: 'Link other years',
  linkingMeans:
    'Evaluations of the same name and unit count as one project. Link those whose name or unit has changed; only the key of the project changes, and it can be undone.',
  search: 'Search by project, unit or year',
  candidates: 'Perhaps the same project',
  noCandidates: 'No evaluation with a similar name was found. Search for one.',
  link: 'Link',
  linkOf: 'Link “{name}” ({year})',
  linked: 'Linked “{name}”.',
  cannotLink:
    'Both evaluations are filed or locked, so neither can take another key; unlock or return one of them first.',
  members: 'Years that are linked',
  unlink: 'Unlink',
  unlinkOf: 'Unlink “{name}” ({year})',
  unlinked: 'Unlinked “{name}”.',
  undo: 'Undo',
  unnamed: 'Unnamed project',
  undated: 'no year',
  toEvaluation: 'Open evaluation',
}
