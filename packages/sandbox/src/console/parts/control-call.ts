import type { SandboxControl } from '../../control/sandbox-control.ts'
import { type Html, html } from '../../lib/html.ts'

/**
 * The attributes of a button that makes a call of the control.
 *
 * @param said what is told once it is done
 */
export function callOf<Name extends keyof SandboxControl>(
  said: string,
  name: Name,
  input: Parameters<SandboxControl[Name]>[0] | Record<string, never> = {},
): Html {
  return html`type="button" data-call="${name}" data-body="${JSON.stringify(input)}" data-said="${said}"`
}
