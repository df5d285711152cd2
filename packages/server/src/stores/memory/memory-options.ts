import type { StoreLimits } from '../connect-store.ts'

/** Options of `createMemoryStore`. */
export interface MemoryStoreOptions extends StoreLimits {
  /** Companies kept; the one that was longest without news goes first. Default 5000. */
  companies?: number
}

/** Companies kept without being told. */
export const COMPANIES = 5_000
