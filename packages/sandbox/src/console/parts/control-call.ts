import { CONTROL_ROUTES, type ControlName } from '../../control/control-routes.ts'
import type { SandboxControl } from '../../control/types.ts'
import { type Html, html } from '../../lib/html.ts'

/**
 * The attributes of a button that makes a call of the control.
 *
 * @param said what is told once it is done
 */
export function callOf<Name extends ControlName>(
  said: string,
  name: Name,
  ...args: Parameters<SandboxControl[Name]>
): Html {
  const body = CONTROL_ROUTES[name].pack(...args)
  return html`type="button" data-call="${name}" data-body="${JSON.stringify(body)}" data-said="${said}"`
}
