import { createI18n } from 'vue-i18n'
import { firstMessages } from './zh-CN/firstMessages'
import type { messages as zhCN } from './zh-CN/messages'

export type Locale = 'zh-CN' | 'en'
export type Messages = typeof zhCN

declare module 'vue-i18n' {
  // Keys of `t` are offered by the editor; tests/locales/texts.test.ts finds the ones that do not exist.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- augmentation needs an interface
  export interface DefineLocaleMessage extends Messages {}
}

/** The first texts are built in; those of other pages and of another language are fetched. */
export const i18n = createI18n<[Messages], Locale, false>({
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- version 11 still starts in legacy mode without it
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  // The rest follows with `loadPageTexts`, before any page that needs it is shown.
  messages: { 'zh-CN': firstMessages } as unknown as Record<Locale, Messages>,
})

/** Fetches the texts of all pages but the list; once. */
export async function loadPageTexts(): Promise<void> {
  const { messages } = await import('./zh-CN/messages')
  i18n.global.setLocaleMessage('zh-CN', messages)
}

/** Switches all texts, and the page's `lang`, which decides the font and how a reader pronounces it. */
export async function setLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    const { messages } = await import('./en/messages')
    i18n.global.setLocaleMessage('en', messages)
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}
