import type { evidence as zhCN } from '../zh-CN/evidence'

export const evidence: typeof zhCN = {
  none: 'No evidence.',
  whole: 'The whole project',
  add: 'Add files',
  remove: 'Remove',
  removeOf: 'Remove {name}',
  elsewhere: '{count} more at other rows.',
  help: 'Drop files here. {file} MB a file at most, {evaluation} MB a project; they stay on this computer and travel in backups and packages.',
  problem: {
    empty: '“{name}” is empty and was not added.',
    'file-too-large': '“{name}” is larger than {file} MB and was not added.',
    'evaluation-too-large':
      'With “{name}” the evidence would pass {evaluation} MB; it was not added.',
    repeated: 'The content of “{name}” is at this row already.',
  },
}
