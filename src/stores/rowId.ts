import { newId } from '@/storage/newId'

/** Id of a row that a view adds; ids are passed into the domain, never made there. */
export const newRowId = (): string => newId()
