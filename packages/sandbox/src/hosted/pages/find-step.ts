import { hostOf, PROVIDERS, type Provider } from '../../core/catalog.ts'
import { sitesOf } from '../../core/records.ts'
import { type Html, html } from '../../lib/html.ts'
import { blankMark, icon, providerMark } from '../parts/icons.ts'
import { typeList } from '../parts/text.ts'
import { heading, type StepView } from './parts.ts'
import type { StepInput } from './step-input.ts'

const POPULAR = 6

/** Choose the utility. Without script, the search sends the form and the answer holds the matches. */
export function findStep({ world, invitation, feedback, arrival }: StepInput): StepView {
  const query = feedback.values.q ?? ''
  const regions = new Set(sitesOf(world.state, invitation.companyId).flatMap((site) => site.path))
  const near = (provider: Provider) => provider.regions.some((region) => regions.has(region))
  const sorted = [...PROVIDERS].sort((a, b) => Number(near(b)) - Number(near(a)))
  const matches = sorted.filter((provider) => searchText(provider).includes(query.toLowerCase()))
  const shown = query === '' ? sorted.slice(0, POPULAR) : matches
  const listName = regions.size > 0 && sorted.some(near) ? 'Often linked near your sites' : 'Often linked'
  return {
    title: 'Find your utility',
    body: html`${heading('Which utility sends the bills?', 'Choose the company whose website you sign in to.', arrival)}
<div class="search">
${icon('search')}
<label class="unseen" for="q">Search utilities</label>
<input class="input" type="search" id="q" name="q" value="${query}" placeholder="Name or web address" autocomplete="off" spellcheck="false" data-search>
<button type="submit" name="action" value="search" class="search-go">Search</button>
</div>
<p class="over" role="status" data-over="${listName}">${query === '' ? listName : found(matches.length)}</p>
<ul class="utilities" data-list ${query !== '' && html`data-searching`}>
${sorted.map((provider) => row(provider, shown.includes(provider), query))}
<li class="not-listed"><button type="submit" name="provider" value="not-listed">
${blankMark('plus')}<span><b>My utility isn’t listed</b><small>Enter the address of the site where you see your bills</small></span>${icon('forward')}
</button></li>
</ul>`,
    note: 'You need the username and password of the utility’s website.',
  }
}

function row(provider: Provider, shown: boolean, query: string): Html {
  return html`<li ${!shown && html`hidden`} data-text="${searchText(provider)}" ${shown && query === '' && html`data-popular`}>
<button type="submit" name="provider" value="${provider.id}">
${providerMark(provider)}<span><b data-name>${marked(provider.name, query)}</b><small>${typeList(provider.types)} · ${provider.regions.join(', ')}<span class="host"> · ${hostOf(provider.url)}</span></small></span>${icon('forward')}
</button></li>`
}

function marked(name: string, query: string): Html | string {
  const at = name.toLowerCase().indexOf(query.toLowerCase())
  if (query === '' || at < 0) return name
  const end = at + query.length
  return html`${name.slice(0, at)}<mark>${name.slice(at, end)}</mark>${name.slice(end)}`
}

function searchText(provider: Provider): string {
  return `${provider.name} ${hostOf(provider.url)} ${typeList(provider.types)}`.toLowerCase()
}

function found(amount: number): string {
  if (amount === 0) return 'No utility found'
  return amount === 1 ? '1 utility' : `${amount} utilities`
}
