import { createPinia } from 'pinia'
import { createApp, shallowRef } from 'vue'
import type { Router } from 'vue-router'
import App from './App.vue'
import { pageTextsKey } from './composables/usePageTexts'
import type { AppErrorCode } from './domain/appError'
import { i18n, loadPageTexts, setLocale } from './locales/i18n'
import { makeRouter, preloadPage } from './router'
import { type KeyValueStore, makeBrowserStorage } from './storage/browserStorage'
import { type OpenedDatabase, openDatabase } from './storage/openDatabase'
import { askForPersistence } from './storage/persistence'
import { mirrorKey } from './storage/settings'
import { appStorageKey, makeAppStorage } from './stores/appStorage'
import { installTrustedTypes } from './trustedTypes'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/elementPlus.css'
import './styles/print.css'

/** Opening takes a few milliseconds; a word about it that flashes up would only disturb. */
const OPENING_SHOWN_AFTER_MS = 400

/** The page before the database is open: why it takes long, or why it cannot be opened. */
function makeOpeningScreen(browserStorage: KeyValueStore) {
  const failure = shallowRef<AppErrorCode>()
  let screen: Promise<{ unmount: () => void }> | undefined
  let isClosed = false

  async function mount() {
    // Most starts never need it.
    const { mountOpeningScreen } = await import('./openingScreen')
    return isClosed ? { unmount: () => undefined } : mountOpeningScreen(browserStorage, failure)
  }
  const show = (code?: AppErrorCode) => {
    // What has been said stays: the late word about opening must not take a failure's place.
    clearTimeout(timer)
    failure.value = code
    screen ??= mount()
  }
  const timer = setTimeout(show, OPENING_SHOWN_AFTER_MS)
  return {
    show,
    close: async () => {
      clearTimeout(timer)
      isClosed = true
      ;(await screen)?.unmount()
    },
  }
}

/** A field that still has the keyboard is left as with Tab: its text goes into the journal at once. */
function leaveOpenField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function startApp(opened: OpenedDatabase, router: Router): void {
  const storage = makeAppStorage(opened, {
    onFirstSave: () => void askForPersistence(opened.browserStorage),
  })
  // What is on its way stands in the journal; only what could not be written needs a warning.
  window.addEventListener('beforeunload', (event) => {
    // A page that is only shut off, as after «delete everything», loses nothing by being left.
    const { state, pending } = storage.queue
    if ((state === 'unsaved' || state === 'frozen') && pending.length > 0) event.preventDefault()
  })
  window.addEventListener('pagehide', leaveOpenField)
  // A filter that writes itself into the address stays on its page, and keeps the keyboard.
  router.beforeEach((to, from) => {
    if (to.path !== from.path) leaveOpenField()
  })
  createApp(App)
    .provide(appStorageKey, storage)
    .provide(pageTextsKey, loadPageTexts)
    .use(createPinia())
    .use(i18n)
    .use(router)
    .mount('#app')
}

async function start(): Promise<void> {
  const browserStorage = makeBrowserStorage()
  const screen = makeOpeningScreen(browserStorage)
  const router = makeRouter()
  preloadPage(router)
  if (browserStorage.get(mirrorKey('locale')) === 'en') await setLocale('en')
  const outcome = await openDatabase({
    browserStorage,
    onBlocked: () => screen.show('storage-blocked-by-other-tab'),
  })
  if (outcome.status === 'open') {
    await screen.close()
    startApp(outcome, router)
  } else {
    screen.show(outcome.failure.code)
  }
}

installTrustedTypes()
void start()
