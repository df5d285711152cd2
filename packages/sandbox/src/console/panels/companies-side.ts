import { normalizeStatus, STATUS_CATALOG } from '@nectar-connect/contract/wire'
import { SANDBOX_PASSWORD, SANDBOX_USERNAME } from '../../hosted/sign-ins.ts'
import { type Html, html } from '../../lib/html.ts'
import { DEFAULT_API_KEY } from '../../options.ts'
import { SANDBOX_PROVIDER_URL } from '../../state/providers.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { callOf } from '../parts/control-call.ts'
import { icon } from '../parts/icons.ts'
import { copyButton } from '../parts/parts.ts'
import { statusMark } from '../parts/status-mark.ts'
import { spanText } from '../parts/time-text.ts'

interface Tally {
  connections: number
  needsHelp: number
}

/** Companies, credentials and the webhook endpoint. */
export function companiesSide(input: ConsoleInput): Html {
  const { world, address, companyId } = input
  const tallies = tally(input)
  return html`<aside class="side" id="side" aria-label="Companies and credentials">
<section><div class="over"><h2 id="companies-title">Companies</h2><button class="btn plain square right" type="button" popovertarget="add-company" aria-label="Add a company">${icon('plus')}</button></div>
${world.state.companies.size === 0 && html`<p class="dim pad">None yet. Seed some, with <code>POST /_sandbox/seed</code>, or add one.</p>`}
<nav aria-labelledby="companies-title" class="companies">${[...world.state.companies.values()].map(
    ({ id, name, externalId }) =>
      html`<a class="company" id="company-${id}" href="${hrefOf(address, { company: id, isFull: false })}" data-go${id === companyId && html` aria-current="true"`}><b>${name}</b><small>${externalId === null ? 'no external id' : `ext ${externalId}`}</small>${amount(tallies.get(id))}</a>`,
  )}</nav></section>
${credentials(input)}
${endpoint(input)}
</aside>`
}

/** Looked up, since every connection of every company is counted each second. */
const NEEDS_HELP: ReadonlySet<string> = new Set(
  Object.keys(STATUS_CATALOG).filter((status) => statusMark(status).group === 'needs-you'),
)

function tally({ world }: ConsoleInput): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const { companyId, status } of world.state.connections.values()) {
    const { connections, needsHelp } = tallies.get(companyId) ?? { connections: 0, needsHelp: 0 }
    const help = NEEDS_HELP.has(normalizeStatus(status)) ? 1 : 0
    tallies.set(companyId, { connections: connections + 1, needsHelp: needsHelp + help })
  }
  return tallies
}

function amount({ connections, needsHelp }: Tally = { connections: 0, needsHelp: 0 }): Html {
  if (needsHelp === 0)
    return html`<em>${connections}<span class="unseen"> ${connections === 1 ? 'connection' : 'connections'}</span></em>`
  return html`<em class="flagged">${icon('alert')}${needsHelp}<span class="unseen"> of ${connections} need the customer</span></em>`
}

function credentials({ world }: ConsoleInput): Html {
  const { origin } = world.options
  const keys = [...world.apiKeys.keys()]
  const key = keys.includes(DEFAULT_API_KEY) ? DEFAULT_API_KEY : null
  const others = keys.length - (key === null ? 0 : 1)
  return html`<section><h2 class="over">Credentials</h2>
${key !== null && credential(key, 'API key')}
${others > 0 && html`<p class="entry"><span>${others} ${others === 1 ? 'API key' : 'API keys'} of your own</span></p>`}
${keys.length === 0 && html`<p class="entry"><span>No API key is accepted</span></p>`}
<p class="pad answers"><button class="btn small" type="button" popovertarget="add-key">Add key</button><button class="btn small" type="button" popovertarget="remove-key">Remove key</button></p>
${credential(`${origin}/v2.2`, 'API address')}
${credential(SANDBOX_PROVIDER_URL, 'Provider address')}
${credential(SANDBOX_USERNAME, 'Username')}
${credential(SANDBOX_PASSWORD, 'Password')}
</section>`
}

function credential(text: string, what: string): Html {
  return html`<p class="entry"><span class="mono cut">${text}</span>${copyButton(text, what)}<small>${what}</small></p>`
}

function endpoint({ world }: ConsoleInput): Html {
  const reading = world.webhooks.endpoint.read()
  if (reading === null) {
    return html`<section><h2 class="over">Webhook endpoint</h2><p class="dim pad">None. Webhooks go nowhere.</p></section>`
  }
  const { url, disabledBy, failingSince, rotatingUntil } = reading
  const isEnabled = disabledBy === null
  const since = failingSince === null ? null : spanText(world.time.moment() - failingSince)
  const health = !isEnabled
    ? disabledBy === 'hand'
      ? 'Disabled by hand'
      : 'Disabled after days of failures'
    : since === null
      ? 'Accepting'
      : `Refusing for ${since}`
  return html`<section id="endpoint" data-panel><h2 class="over" tabindex="-1">Webhook endpoint</h2>
<p class="entry"><span class="mono cut">${url.replace(/^https?:\/\//, '')}</span>${copyButton(url, 'Webhook address')}<small>${health}${rotatingUntil !== null && '. Signed with two secrets'}</small></p>
<p class="pad answers"><button class="btn small" ${callOf(isEnabled ? 'The endpoint is disabled' : 'The endpoint is enabled', 'setWebhookEnabled', { isEnabled: !isEnabled })}>${isEnabled ? 'Disable' : 'Enable'}</button><button class="btn small" type="button" popovertarget="rotate-secret">Rotate secret</button></p></section>`
}
