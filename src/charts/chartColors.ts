/** Colours a chart draws with, read from the page's tokens so that dark mode and print follow. */
export interface ChartColors {
  ink: string
  quiet: string
  line: string
  /** Hatching of cells without a score: seen, but quieter than any score. */
  hatch: string
  paper: string
  action: string
  /** A second series beside `action`. */
  second: string
}
