import type { opening as zhCN } from '../zh-CN/opening'

export const opening: typeof zhCN = {
  opening: 'Opening the data…',
  reload: 'Reload',
  goesOnByItself: 'It goes on by itself once the other tabs are closed.',
  startEmpty: 'Start empty',
  startEmptyMeans:
    'What is left of the old data is not deleted; new entries are kept apart from it.',
  typeToConfirm: 'Type “{word}” to confirm',
  confirmWord: 'Start empty',
  lostCommands: 'The browser has lost the last {count} saved changes. Check and enter them again.',
  refusedEdits:
    '{count} changes of your last visit could not be made up for, because the cells had been changed; they are kept on this computer.',
  dismiss: 'Understood',
  restore: 'Restore a backup',
  restoreMeans: 'It is restored into a new database; what is left of the old one is not deleted.',
  restoreFile: 'Backup file',
  passphrase: 'Passphrase (if one was set)',
  restoring: 'Restoring',
  snapshots: 'Or restore a snapshot of this browser:',
  rescue: {
    means: 'Reads and changes nothing: all that can be read goes into one backup file.',
    start: 'Export all that can be read',
    working: 'Reading',
    failed: 'The database cannot be read. Restore an earlier backup or a snapshot.',
    done: '{count} projects exported.',
    repaired: '{count} of them were damaged and are repaired: restore this file.',
    damaged: '{count} places could not be repaired; they lie in the file as they were found.',
    fileName: 'jiping-rescue',
    reason: 'The history was damaged, the content is intact; recording begins anew here',
  },
}
