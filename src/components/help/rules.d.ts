/** docs/rules.md, read when the app is built (build/rulesDocument.ts). */
declare module 'virtual:rules' {
  import type { HelpDocument } from '@/components/help/helpDocument'

  const rules: HelpDocument
  export default rules
}
