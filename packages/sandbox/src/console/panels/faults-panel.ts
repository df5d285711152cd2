import type { ActiveFault, SandboxFault } from '../../faults/fault-schema.ts'
import { type Html, html } from '../../lib/html.ts'
import type { ConsoleInput } from '../console-input.ts'
import { callOf } from '../parts/control-call.ts'
import { FAULT_PRESETS, isPreset } from '../parts/fault-presets.ts'
import { FAULT_KINDS, howMuch, routeParts, whenMet } from '../parts/fault-text.ts'
import { icon } from '../parts/icons.ts'
import { panel } from '../parts/parts.ts'
import { faultForm } from './fault-form.ts'

/** What is broken on purpose: usual faults to switch on and off, any others, and a form for more. */
export function faultsPanel({ world }: ConsoleInput): Html {
  const faults = world.faults.list()
  const others = faults.filter((fault) => !FAULT_PRESETS.some((preset) => isPreset(fault, preset)))
  return panel({
    id: 'faults',
    title: 'Faults',
    note: faults.length === 0 ? 'none on' : `${faults.length} on`,
    actions: html`<button class="btn" ${callOf('All faults are off', 'clearFaults')}>All off</button>`,
    body: html`<table class="faults">
<thead><tr><th class="on-column">On</th><th>Route</th><th class="kind-column">What goes wrong</th><th class="wide much-column">How much</th><th class="wide when-column">When</th><th class="hits-column end">Hits</th></tr></thead>
<tbody>${FAULT_PRESETS.map((preset, index) => {
      const fault = faults.find((one) => isPreset(one, preset))
      return row(`preset-${index}`, preset, fault)
    })}${others.map((fault) => row(fault.id, fault, fault))}</tbody>
</table>${faultForm([...world.faults.routes])}`,
  })
}

function row(key: string, shown: SandboxFault, fault: ActiveFault | undefined): Html {
  const { title, mark } = FAULT_KINDS[shown.kind]
  const { verb, path } = routeParts(shown.route ?? '*')
  const press =
    fault === undefined
      ? callOf(`${title} is on`, 'addFault', shown)
      : callOf(`${title} is off`, 'clearFaults', { id: fault.id })
  const name = `${title} on ${verb} ${path}, ${whenMet(shown)}`
  return html`<tr id="fault-${key}"${fault === undefined && html` class="is-off"`}>
<td><button class="toggle" role="switch" aria-checked="${String(fault !== undefined)}" ${press} aria-label="${name}"></button></td>
<td class="mono cut"><span class="verb">${verb}</span> ${path}</td>
<td><span class="kind">${icon(mark)}${title}</span></td>
<td class="wide">${howMuch(shown)}</td>
<td class="wide">${whenMet(shown)}</td>
<td class="end num">${fault?.hits ?? 0}</td>
</tr>`
}
