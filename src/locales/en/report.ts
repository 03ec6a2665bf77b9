import type { report as zhCN } from '../zh-CN/report'

export const report: typeof zhCN = {
  open: 'Report',
  title: '{name} · report',
  back: 'Back to the evaluation',
  intro:
    'The text follows from the data and can be edited. ⟦name：figure⟧ is a figure of the data; when it changes it is marked, your sentence is not.',
  generated: 'Not edited: the text follows the data.',
  edited: 'Edited; figures that change are marked.',
  readonly: 'The status is “{status}”: the report cannot be changed.',
  stale: '{count} figures have changed:',
  staleItem: '{label}: written {text}, now {now}',
  update: 'Update all',
  reset: 'Back to the generated text',
  resetMeans: 'Drops what was edited; can be undone.',
  resetChapter: 'Back to the generated chapter',
  paragraphOf: '{chapter}, paragraph {index}',
  preview: 'Preview',
  edit: 'Edit',
}
