/** One entry of the history in the reader's words. */
export interface HistoryLine {
  key: string
  /** Row and field, or what happened to the whole. */
  subject: string
  /** '' where the field was empty, or there is nothing to compare. */
  before: string
  after: string
  reason: string | undefined
  isUndo: boolean
  who: string
  when: string
}
