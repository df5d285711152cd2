import { BASE } from './base.ts'
import { CONTROLS } from './controls.ts'
import { FRAME } from './frame.ts'
import { PANELS } from './panels.ts'

/** The control room's style sheet. */
export const ROOM_STYLES = [BASE, CONTROLS, FRAME, PANELS].join('\n')
