import type { shell as zhCN } from '../zh-CN/shell'

export const shell: typeof zhCN = {
  appName: 'Jiping',
  appPurpose: 'Budget performance evaluation',
  skipToContent: 'Skip to content',
  rail: {
    label: 'Main navigation',
    evaluations: 'Projects',
    overview: 'Overview',
    import: 'Import',
    profiles: 'Profiles',
    library: 'Library',
    review: 'Review',
    safety: 'Data safety',
    help: 'Rules',
  },
  topBar: {
    year: 'Year',
    allYears: 'All years',
    yearOption: '{year}',
    search: 'Search projects, units, indicators',
    person: 'Enter your name',
    personOf: 'Current person: {name}',
    language: 'Switch to Chinese',
    languageShort: '中',
    print: 'Print',
  },
  theme: { label: 'Appearance', system: 'As the system', light: 'Light', dark: 'Dark' },
  saveState: {
    label: 'Save state',
    saving: 'Saving',
    saved: 'Saved',
    savedAt: 'Saved {time}',
    unsaved: 'Not saved',
    frozen: 'Writing stopped',
    retry: 'Try again',
    export: 'Export',
  },
  notFound: {
    title: 'No such page',
    text: 'The address may be incomplete, or the page has moved.',
    back: 'Back to the projects',
  },
  error: {
    unknownTitle: 'Something unexpected went wrong.',
    unknownData: 'What was shown as saved is safe.',
    unknownAction:
      'Reload the page; if it happens again, send the text below to your administrator.',
  },
  dialog: { close: 'Close', cancel: 'Cancel', ok: 'OK' },
}
