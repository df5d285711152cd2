import { BASE } from './base.ts'
import { CONTROLS } from './controls.ts'
import { FRAME } from './frame.ts'
import { STEPS } from './steps.ts'

/** The hosted page's style sheet. */
export const STYLES = [BASE, FRAME, CONTROLS, STEPS].join('\n')
