import { inject, type InjectionKey } from 'vue'

/** Fetches the texts that the first page does without; once. */
export type LoadPageTexts = () => Promise<void>

export const pageTextsKey: InjectionKey<LoadPageTexts> = Symbol('pageTexts')

/** For what the first page shows only later: a dialog, a bar. @throws Error when main.ts provides none. */
export function usePageTexts(): LoadPageTexts {
  const load = inject(pageTextsKey, undefined)
  if (!load) throw new Error('pageTextsKey was not provided: see main.ts')
  return load
}
