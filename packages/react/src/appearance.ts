export type { Appearance } from './provider/appearance.ts'
export { appearanceToCss } from './provider/appearance-to-css.ts'
