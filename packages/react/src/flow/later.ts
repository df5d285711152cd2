import { createLoad } from '../context/create-load.ts'

/**
 * What comes before a reconnect, after Nectar's page or in its way, and asking a colleague: loaded once that page is
 * there, or when it is wanted.
 */
export const later = createLoad(() => import('./later-parts.ts'), true)
