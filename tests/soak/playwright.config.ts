import { defineConfig } from '@playwright/test'
import everyChange from '../e2e/playwright.config'

export default defineConfig(everyChange, {
  testDir: '../e2e/reliability',
  outputDir: '../../test-results/soak',
  reporter: [['list'], ['json', { outputFile: '../../reports/soak.json' }]],
})
