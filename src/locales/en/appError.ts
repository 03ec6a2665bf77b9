import type { appError as zhCN } from '../zh-CN/appError'

export const appError: typeof zhCN = {
  'storage-full': {
    title: 'The disk or the browser’s storage is full; this change was not saved.',
    dataState: 'What was saved before is safe; this change is still on the page.',
    action: 'Export to another disk, free some space, then try again.',
  },
  'storage-blocked-by-other-tab': {
    title: 'Another tab is using an older version of the database.',
    dataState: 'No data was changed.',
    action: 'Close the other tabs of this app, then reload.',
  },
  'storage-newer-than-app': {
    title: 'The data was written by a newer version of the app.',
    dataState: 'No data was changed.',
    action: 'Open it with the newer version; if that cannot wait, export the content first.',
  },
  'storage-lost': {
    title:
      'The data that was in this browser is gone; the browser or a cleaner may have removed it.',
    dataState: 'Nothing was written this time.',
    action: 'Restore a backup or a snapshot; without either, start empty.',
  },
  'storage-unavailable': {
    title: 'The browser refuses the local database; this may be a private window.',
    dataState: 'Changes on this page will not be kept.',
    action: 'Use an ordinary window; export what you need first.',
  },
  'storage-failed': {
    title: 'The database of the browser failed; this was not done.',
    dataState: 'What was saved before is safe; unsaved changes are still on the page.',
    action: 'Try again; if it fails again, export first, then reload.',
  },
  'storage-frozen': {
    title: 'The connection to the database was lost; writing has stopped.',
    dataState: 'What was saved before is safe; unsaved changes are still on the page.',
    action: 'Export first, then reload.',
  },
  'write-outcome-unknown': {
    title: 'Saving has not answered; it is not known whether the change was written.',
    dataState: 'The change is still on the page; writing has stopped.',
    action: 'Export first and do not reload; free some space, then try again.',
  },
  'edit-conflict': {
    title: 'This was changed in another tab; the change here was not saved.',
    dataState: 'The other change was kept.',
    action: 'Look at the newest content before changing it again.',
  },
  'record-damaged': {
    title: 'The checksum of this record does not match; it may be damaged.',
    dataState: 'The stored data was not changed.',
    action:
      'Export all that can be read under Data and safety and restore that file: it is repaired there from the history.',
  },
  'not-allowed': {
    title: 'This change is not possible in the current status.',
    dataState: 'No data was changed.',
    action: 'Return or unlock it first.',
  },
  'submission-blocked': {
    title: 'The checks still show errors, so this cannot be submitted.',
    dataState: 'Nothing was changed, the status neither.',
    action: 'Correct each of them, or accept it with a reason, and submit again.',
  },
  'backup-not-readable': {
    title: 'This is not a backup file that can be read.',
    dataState: 'The data you have was not changed.',
    action: 'Choose a backup file exported by this app.',
  },
  'backup-newer-than-app': {
    title: 'A newer version of the app wrote this backup; this one cannot read it.',
    dataState: 'Neither your data nor the file was changed.',
    action: 'Open it with the same or a newer version.',
  },
  'passphrase-needed': {
    title: 'This file has a passphrase.',
    dataState: 'The data you have was not changed.',
    action: 'Enter the passphrase that was set on export.',
  },
  'passphrase-wrong': {
    title: 'The passphrase is wrong, or the file is damaged.',
    dataState: 'The data you have was not changed; not one byte of the file was used.',
    action: 'Check the passphrase (case, full width) and try again, or take another backup.',
  },
  'encryption-unavailable': {
    title: 'The browser offers no encryption at this address.',
    dataState: 'The data you have was not changed.',
    action: 'Open the app by https or as the single file, then import the protected file.',
  },
}
