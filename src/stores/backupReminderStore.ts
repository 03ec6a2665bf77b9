import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import { injectAppStorage } from './appStorage'
import { useSettingsStore } from './settingsStore'

/** The last backup that left this browser. */
export interface LastBackup {
  /** ISO instant */
  at: string
  /** Number of the last command in it. */
  seq: number
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Edits and age from which a backup outside of the browser is asked for. */
const REMINDER = { edits: 50, ms: DAY_MS } as const
const CLOCK_MS = 60_000

const LAST_KEY = 'backup.last'
const PUT_OFF_KEY = 'backup.putOffUntil'

function isLastBackup(value: unknown): value is LastBackup {
  return typeof value === 'object' && value !== null && 'at' in value && 'seq' in value
}

/** Asks for a backup by edits and age; light, because every page shows it. */
export const useBackupReminderStore = defineStore('backupReminder', () => {
  const { db } = injectAppStorage()
  const settings = useSettingsStore()

  const { data } = useLiveQuery(undefined, () => async () => {
    const [seq, activatedAt, evaluations] = await Promise.all([
      db.meta.get('seq'),
      db.meta.get('activatedAt'),
      db.evaluations.count(),
    ])
    return {
      seq: Number(seq?.value ?? 0),
      activatedAt: String(activatedAt?.value ?? ''),
      evaluations,
    }
  })
  const now = shallowRef(Date.now())

  const last = computed(() => {
    const known = settings.recall(LAST_KEY)
    return isLastBackup(known) ? known : undefined
  })
  /** Commands that no backup outside of this browser holds. */
  const unsaved = computed(() => Math.max(0, (data.value?.seq ?? 0) - (last.value?.seq ?? 0)))
  const isDue = computed(() => {
    if (settings.isLoading || !data.value?.evaluations || unsaved.value === 0) return false
    if (now.value < Number(settings.recall(PUT_OFF_KEY) ?? 0)) return false
    const age = now.value - Date.parse(last.value?.at ?? data.value.activatedAt)
    return unsaved.value >= REMINDER.edits || age >= REMINDER.ms
  })

  /** Goes on with the clock while the page is open. @returns ends it. */
  function watchClock(onTick: () => void): () => void {
    const timer = setInterval(() => {
      now.value = Date.now()
      onTick()
    }, CLOCK_MS)
    return () => {
      clearInterval(timer)
    }
  }

  const note = (backup: LastBackup): Promise<void> => settings.remember(LAST_KEY, backup)
  const putOff = (): Promise<void> => settings.remember(PUT_OFF_KEY, Date.now() + DAY_MS)

  return { last, unsaved, isDue, watchClock, note, putOff }
})
