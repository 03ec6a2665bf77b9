import { createI18n } from 'vue-i18n'
import { messages as zhCN } from './zh-CN/messages'

export type Locale = 'zh-CN' | 'en'
export type Messages = typeof zhCN

declare module 'vue-i18n' {
  // Keys of `t` are offered by the editor; tests/locales/texts.test.ts finds the ones that do not exist.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- augmentation needs an interface
  export interface DefineLocaleMessage extends Messages {}
}

/** Chinese is built in; another language is fetched when it is chosen. */
export const i18n = createI18n<[Messages], Locale, false>({
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- version 11 still starts in legacy mode without it
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN } as Record<Locale, Messages>,
})

/** Switches all texts, and the page's `lang`, which decides the font and how a reader pronounces it. */
export async function setLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    const { messages } = await import('./en/messages')
    i18n.global.setLocaleMessage('en', messages)
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}
