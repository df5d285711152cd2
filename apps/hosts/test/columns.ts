import { isFull } from '../../../tooling/lib/is-full.ts'
import type { Host } from './host.ts'

const modules = import.meta.glob<{ host: Host }>('./columns/*.ts', { eager: true })

/**
 * Where Nectar Connect is said to run. A file in `columns` is a column: write one that exports a `host`, and every case is
 * run on it.
 */
export const COLUMNS: readonly Host[] = Object.values(modules)
  .map(({ host }) => host)
  .filter(({ always }) => always || isFull)
