import { BASE } from './base.ts'
import { CONTROLS } from './controls.ts'
import { FRAME } from './frame.ts'
import { PANELS } from './panels.ts'

/** The console's style sheet. */
export const CONSOLE_STYLES = [BASE, CONTROLS, FRAME, PANELS].join('\n')
