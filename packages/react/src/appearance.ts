export type { Appearance } from './context/appearance.ts'
export { appearanceToCss } from './context/appearance.ts'
