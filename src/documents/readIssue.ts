/** What could not be read, or was read with a doubt; each names its place. Codes are kebab-case. */
export interface ReadIssue {
  code: string
  severity: 'error' | 'warning' | 'hint'
  place: string
  message: string
}
