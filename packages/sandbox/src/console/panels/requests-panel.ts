import { readStats } from '../../control/snapshot.ts'
import { type Html, html } from '../../lib/html.ts'
import type { ConsoleInput } from '../console-input.ts'
import { routeParts } from '../parts/fault-text.ts'
import { nothing, panel } from '../parts/parts.ts'

/** How often each route of the API was called. */
export function requestsPanel({ world }: ConsoleInput): Html {
  const { requests, invitationsCreated } = readStats(world)
  const routes = Object.entries(requests).sort(([, a], [, b]) => b - a)
  const total = routes.reduce((sum, [, count]) => sum + count, 0)
  return panel({
    id: 'requests',
    title: 'API calls',
    note: total === 0 ? undefined : `${total} since the start; invitations made: ${invitationsCreated}`,
    body:
      routes.length === 0
        ? nothing('None yet.')
        : html`<table>
<thead><tr><th>Route</th><th class="hits-column end">Calls</th></tr></thead>
<tbody>${routes.map(([route, count]) => {
            const { verb, path } = routeParts(route)
            return html`<tr id="calls-${route}"><td class="mono cut"><span class="verb">${verb}</span> ${path}</td><td class="end num">${count}</td></tr>`
          })}</tbody></table>`,
  })
}
