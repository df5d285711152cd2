import { SCENARIOS, type ScenarioName } from '../../control/scenarios.ts'
import { type Html, html } from '../../lib/html.ts'
import type { ConsoleInput } from '../console-input.ts'
import { callOf } from '../parts/control-call.ts'
import { type ConsoleIcon, icon } from '../parts/icons.ts'

const WORDS: Readonly<Record<ScenarioName, { title: string; does: string; mark: ConsoleIcon }>> = {
  'password-stops-working': {
    title: 'Password stops working',
    does: 'One working connection goes to PASSWORD_INCORRECT',
    mark: 'alert',
  },
  'mfa-expired': {
    title: 'MFA expired',
    does: 'One working connection goes to MFA_TOKEN_EXPIRED',
    mark: 'clock',
  },
  'provider-outage': {
    title: 'Provider outage',
    does: 'The most used utility goes to WEBSITE_DOWN',
    mark: 'cloud',
  },
  'slow-day': {
    title: 'Slow day',
    does: 'The API takes 3 s, the page 5 s, a check a minute',
    mark: 'pause',
  },
  'everything-flaky': {
    title: 'Everything flaky',
    does: 'Some calls are late, refused, garbled or lost',
    mark: 'pulse',
  },
}

/** What usually goes wrong, one press each; of connections, only those of the company that is looked at change. */
export function scenarioMenu({ companyId }: ConsoleInput): Html {
  return html`<div class="menu scenarios" id="scenarios" popover role="dialog" aria-label="Scenarios">${SCENARIOS.map(
    (name) => {
      const { title, does, mark } = WORDS[name]
      const played = companyId === null ? { name } : { name, companyId }
      return html`<button ${callOf(`${title}: it is so now`, 'playScenario', played)}>${icon(mark)}<span><b>${title}</b><small>${does}</small></span></button>`
    },
  )}</div>`
}
