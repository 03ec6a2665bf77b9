import { type App, createApp, h, type ShallowRef, watch } from 'vue'
import OpeningScreen from './components/opening/OpeningScreen.vue'
import type { AppErrorCode } from './domain/appError'
import { i18n } from './locales/i18n'
import { makeOpeningRescue } from './openingRescue'
import { makeOpeningRestore } from './openingRestore'
import type { KeyValueStore } from './storage/browserStorage'
import { startEmpty } from './storage/openDatabase'

/** Shows why the app is not there yet. @param failure absent while the database is opening. */
export function mountOpeningScreen(
  browserStorage: KeyValueStore,
  failure: Readonly<ShallowRef<AppErrorCode | undefined>>,
): App {
  const restoring = makeOpeningRestore(browserStorage)
  const rescue = makeOpeningRescue(browserStorage, (key) => i18n.global.t(`opening.rescue.${key}`))
  watch(failure, (code) => code && void restoring.findSnapshots(), { immediate: true })
  const screen = createApp(() =>
    h(OpeningScreen, {
      failure: failure.value,
      ...restoring.state.value,
      rescue: rescue.state.value,
      onRestoreFile: (file: File, passphrase: string) =>
        void restoring.restoreFile(file, passphrase),
      onRestoreSnapshot: (name: string) => void restoring.restoreSnapshot(name),
      onStartRescue: () => void rescue.start(),
      onReload: () => window.location.reload(),
      onStartEmpty: () => {
        startEmpty()
        window.location.reload()
      },
    }),
  ).use(i18n)
  screen.mount('#app')
  return screen
}
