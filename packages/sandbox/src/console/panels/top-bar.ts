import { type Html, html } from '../../lib/html.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf, VIEWS, type View } from '../parts/console-address.ts'
import { callOf } from '../parts/control-call.ts'
import { BRAND_MARK, icon } from '../parts/icons.ts'
import { isFailing } from './deliveries-panel.ts'

const TITLES: Readonly<Record<View, string>> = {
  state: 'State',
  traffic: 'Traffic',
  outbox: 'Outbox',
  'sign-ins': 'Sign-ins',
}

export function topBar(input: ConsoleInput): Html {
  const { address, world } = input
  return html`<header class="top">
<h1 class="brand">${BRAND_MARK}Nectar sandbox <span>console</span></h1>
<nav class="tabs" aria-label="Views">${VIEWS.map(
    (view) =>
      html`<a class="tab" href="${hrefOf(address, { view, delivery: null, mail: null, part: null })}" data-go${address.view === view && html` aria-current="page"`}>${TITLES[view]}${view === 'traffic' && counts(input)}${view === 'outbox' && world.state.mails.length > 0 && html` <span class="count plain">${world.state.mails.length}</span>`}</a>`,
  )}</nav>
<div class="top-right">
<span class="address mono">${world.options.origin}/v2.2</span>
<button class="btn" type="button" popovertarget="scenarios">${icon('sliders')}Scenarios</button>
<button class="btn" type="button" popovertarget="reset">${icon('replay')}Reset</button>
<button class="btn square" type="button" data-theme-switch aria-label="Switch between light and dark">${icon('moon')}</button>
</div>
</header>`
}

function counts({ deliveries, world }: ConsoleInput): Html {
  const failing = deliveries.filter(isFailing).length
  const faults = world.faults.list().length
  return html`${failing > 0 && html` <span class="count bad">${failing} failing</span>`}${faults > 0 && html` <span class="count honey">${faults} ${faults === 1 ? 'fault' : 'faults'}</span>`}`
}

/** Asks before everything is thrown away. It stands outside of what is refreshed. */
export function resetQuestion(): Html {
  return html`<div class="question" id="reset" popover role="dialog" aria-labelledby="reset-title">
<h2 id="reset-title">Throw everything away?</h2>
<p>Companies, connections, invitations and events are gone then, faults end, and the clock goes with this machine’s again. To start over is to have back what the sandbox was first filled with.</p>
<p class="answers"><button class="btn ink" ${callOf('Everything is gone', 'reset')} autofocus>Reset the sandbox</button><button class="btn" ${callOf('Started over', 'resetToSeed')}>Start over</button><button class="btn" type="button" popovertarget="reset" popovertargetaction="hide">Keep it</button></p>
</div>`
}
