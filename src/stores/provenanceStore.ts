import { defineStore } from 'pinia'
import type { Provenance } from '@/domain/evaluation/provenance'
import { readProvenance } from '@/storage/readProvenance'
import { injectAppStorage } from './appStorage'

/** What a report is held against, read when it is made. */
export const useProvenanceStore = defineStore('provenance', () => {
  const { db, queue } = injectAppStorage()
  async function load(ids: readonly string[]): Promise<Record<string, Provenance>> {
    await queue.settled()
    return readProvenance(db, ids)
  }
  return { load }
})
